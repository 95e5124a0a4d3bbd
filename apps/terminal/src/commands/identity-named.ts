import type { Identity, Registry } from '@matrix-derive/core'
import { nearest } from '@matrix-derive/language'
import { identitiesFound } from '@matrix-derive/request'
import { misuse } from '../usage.ts'

/** So many names are still read by somebody who is looking for one. */
const mostNamed = 6

/** The identity of this name. @throws UsageError with names that may have been meant */
export function identityNamed(name: string, registry: Registry): Identity {
  return registry.identity(name) ?? misuse(`unknown identity "${name}"; ${hint(name, registry)}`)
}

function hint(name: string, registry: Registry): string {
  const near = nearest(
    name,
    registry.identities.map(identity => identity.name),
  )
  if (near !== undefined) return `did you mean ${near}?`
  const found = identitiesFound(registry, name).map(identity => identity.name)
  const isSoNamed = (each: string) => each.includes(name.toLowerCase())
  const [first, ...others] = [...found.filter(isSoNamed), ...found.filter(each => !isSoNamed(each))].slice(0, mostNamed)
  if (first === undefined) return 'see "identities" for all of them'
  return `did you mean ${others.length === 0 ? first : `one of ${[first, ...others].join(', ')}`}?`
}
