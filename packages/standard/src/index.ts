import { type Admission, createRegistry, fail, type OpenRegistry, type Registry } from '@matrix-derive/core'
import { builtInOperators } from '@matrix-derive/operators'
import { identities, layouts, operators } from './identities.ts'

export { identities, layouts, operators }

/** What comes from elsewhere has to be proved, and proving is not this package's business. */
const turnDown: Admission = ({ name, version }) =>
  fail('plugin', `Expected a way to prove ${name}@${version} before it is used, received none.`, {
    suggestion: 'Open the registry with requireProved of @matrix-derive/verify.',
  })

/**
 * A registry with everything standard in it, still open for more.
 * @param admit decides about identities from elsewhere; the standard ones are proved by the tests of their packages
 */
export function openStandardRegistry(admit: Admission = turnDown): OpenRegistry {
  return createRegistry(admit).use(
    ...[...builtInOperators, ...operators.map(({ operator }) => operator)].map(
      operator => ({ kind: 'operator', operator }) as const,
    ),
    ...[...identities, ...operators.flatMap(({ differential }) => differential ?? [])].map(
      identity => ({ kind: 'identity', identity, proved: true }) as const,
    ),
    ...layouts.map(layout => ({ kind: 'layout', layout }) as const),
  )
}

let closed: Registry | undefined

/** The registry with exactly what is standard. */
export function standardRegistry(): Registry {
  closed ??= openStandardRegistry().freeze()
  return closed
}
