import type { Plugin, Registry } from '@matrix-derive/core'
import { contributionsOf, referenceOf, registered } from '@matrix-derive/plugin'
import { openStandardRegistry, standardRegistry } from '@matrix-derive/standard'
import { requireProved } from '@matrix-derive/verify'

/** What a page has added to what is standard, for all elements that have no registry of their own. */
const added: Plugin[] = []
let current: Registry = standardRegistry()
const changes = new EventTarget()

/** What elements use that were given nothing else. */
export const pageRegistry = (): Registry => current

/** Calls back when the page registers something, until the signal ends it. */
export function onRegistered(changed: () => void, signal: AbortSignal): void {
  changes.addEventListener('registered', changed, { signal })
}

/**
 * Adds identities, operators and layouts, as `defineIdentity` and its like make them, for every element of the page.
 * Statements are proved first; one that is false changes nothing. A derivation that a law keeps from ending well is made
 * without what brought it.
 * @throws `plugin` for what is no contribution, a name that is taken, or a statement that is false
 */
export function register(...plugins: readonly unknown[]): void {
  const contributions = plugins.flatMap(contributionsOf)
  const more = contributions.flatMap(contribution => registered(contribution, referenceOf(contribution).name))
  current = openStandardRegistry(requireProved)
    .use(...added, ...more)
    .freeze()
  added.push(...more)
  changes.dispatchEvent(new Event('registered'))
}
