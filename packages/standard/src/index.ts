import { createRegistry, type OpenRegistry, type Registry } from '@matrix-derive/core'
import { builtInOperators } from '@matrix-derive/operators'
import { identities, layouts } from './identities.ts'

export { identities, layouts }

/** A registry with everything standard in it, still open for more. */
export function openStandardRegistry(): OpenRegistry {
  return createRegistry().use(
    ...builtInOperators.map(operator => ({ kind: 'operator', operator }) as const),
    ...identities.map(identity => ({ kind: 'identity', identity }) as const),
    ...layouts.map(layout => ({ kind: 'layout', layout }) as const),
  )
}

let closed: Registry | undefined

/** The registry with exactly what is standard. */
export function standardRegistry(): Registry {
  closed ??= openStandardRegistry().freeze()
  return closed
}
