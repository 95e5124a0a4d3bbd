import type { Plugin, Registry } from '@matrix-derive/core'
import { type Contribution, contributionsOf } from '@matrix-derive/plugin'
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
 * Statements are proved first; one that is false changes nothing.
 * @throws `plugin` for what is no contribution, a name that is taken, or a statement that is false
 */
export function register(...plugins: readonly unknown[]): void {
  const more = plugins.flatMap(plugin => contributionsOf(plugin).flatMap(registered))
  current = openStandardRegistry(requireProved)
    .use(...added, ...more)
    .freeze()
  added.push(...more)
  changes.dispatchEvent(new Event('registered'))
}

function registered(contribution: Contribution): Plugin[] {
  if (contribution.kind !== 'operator') return [contribution]
  const { operator, differential } = contribution
  return [
    { kind: 'operator', operator },
    ...(differential ? [{ kind: 'identity', identity: differential } as const] : []),
  ]
}
