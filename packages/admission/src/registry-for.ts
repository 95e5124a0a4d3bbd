import type { Plugin, Problem, Registry } from '@matrix-derive/core'
import { referenceOf, registered } from '@matrix-derive/plugin'
import { openStandardRegistry } from '@matrix-derive/standard'
import { claimsOf } from './clashes.ts'
import { blame, type ForeignPlugin, type ReadPlugin, readPlugin } from './foreign-plugin.ts'
import { chooseBy, type Pins, requireNames, requireRanges } from './pins.ts'
import { provePlugin, usualProvingTime } from './proving.ts'

/** What a project adds to what is standard. */
export interface Additions {
  /** In any order: it means nothing. */
  readonly plugins?: readonly ForeignPlugin[]
  readonly pins?: Pins
  /** Milliseconds that proving one plugin may take. */
  readonly time?: number
  /** Whether a pin may be about nothing, because the plugin that it is about could not even be read. */
  readonly forgiving?: boolean
}

/** A registry, and what did not get into it. */
export interface ProjectRegistry {
  readonly registry: Registry
  /** One problem for each plugin that was refused; `plugin` names it. */
  readonly refused: readonly Problem[]
}

/**
 * The registry of a project: everything standard, and what its plugins bring once it is proved. A plugin is taken whole
 * or not at all; one that is refused is told of and the rest goes on without it. Needs no file system: what modules
 * export may come from anywhere.
 * @throws `config` for pins that cannot be kept
 */
export function registryFor(additions: Additions): ProjectRegistry {
  const { plugins = [], pins = {}, time = usualProvingTime, forgiving = false } = additions
  requireRanges(pins)
  const refused: Problem[] = []
  const keep = <T>(of: readonly T[], name: (plugin: T) => string, check: (plugin: T) => ReadPlugin): ReadPlugin[] =>
    of.flatMap(plugin => {
      try {
        return [check(plugin)]
      } catch (thrown) {
        refused.push(blame(name(plugin), thrown))
        return []
      }
    })
  const named = ({ name }: { readonly name: string }) => name
  const read = keep([...once(plugins)].sort(byName), named, readPlugin)
  const claims = claimsOf(read)
  const alone = keep(read, named, plugin => {
    claims.check(plugin)
    return plugin
  })
  const proved = keep(alone, named, plugin => {
    if (!plugin.proved) provePlugin(plugin, time)
    return plugin
  })
  const foreign = proved.flatMap(registeredAs)
  const open = openStandardRegistry().use(...foreign)
  const registry = open.freeze(chooseBy(pins))
  // A plugin that was refused may be the one that a pin is about.
  if (refused.length === 0 && !forgiving) requireNames(pins, [...namesIn(registry), ...foreignNames(proved)])
  return { registry, refused: refused.sort((a, b) => (a.plugin! < b.plugin! ? -1 : 1)) }
}

const byName = (a: ForeignPlugin, b: ForeignPlugin) => (a.name < b.name ? -1 : 1)

function once(plugins: readonly ForeignPlugin[]): Iterable<ForeignPlugin> {
  return new Map(plugins.map(plugin => [plugin.name, plugin])).values()
}

/** What has just been proved is not proved again. */
function registeredAs({ name, contributions }: ReadPlugin): Plugin[] {
  return contributions
    .flatMap(contribution => registered(contribution, name))
    .map(plugin => (plugin.kind === 'identity' ? { ...plugin, proved: true } : plugin))
}

function namesIn({ identities }: Registry): string[] {
  return identities.map(({ name }) => name)
}

function foreignNames(plugins: readonly ReadPlugin[]): string[] {
  return plugins.flatMap(({ contributions }) => contributions.map(contribution => referenceOf(contribution).name))
}
