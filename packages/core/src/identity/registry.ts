import { fail } from '../error.ts'
import type { Operator } from '../expression/operator.ts'
import type { Identity, Phase } from './identity.ts'
import type { Layout } from './layout.ts'
import { type Running, watched, watchedLayout } from './watched.ts'

/** All that a derivation may use, closed: what names mean no longer changes. */
export interface Registry {
  readonly operators: readonly Operator[]
  readonly identities: readonly Identity[]
  readonly layouts: readonly Layout[]
  /** The operator of this name or alias. */
  operator(name: string): Operator | undefined
  /** The identity of this name. */
  identity(name: string): Identity | undefined
  /** The layout of this name or alias. */
  layout(name: string): Layout | undefined
  /** The identities of a phase that look at `on`, in an order that does not depend on the order of registration. */
  candidates(phase: Phase, on: string): readonly Identity[]
  /** What it has from elsewhere: the plugins, as the project names them. */
  readonly plugins: readonly string[]
  /** Every installed version of the package of this name, from which an identity, a layout or an operator comes. */
  versions(name: string): readonly string[]
  /** The same, choosing these versions by name where they are installed, and otherwise as before. */
  preferring(versions: Readonly<Record<string, string>>): Registry
  /** The same without what one plugin brought. */
  without(plugin: string): Registry
  /** The plugin whose law is rewriting: the one to blame where that never ends. */
  running(): string | undefined
}

/** Chooses among installed versions of one name: the index of the one to use, or -1 for none. */
export type ChooseVersion = (name: string, versions: readonly string[]) => number

/** A registry that is being filled. */
export interface OpenRegistry {
  use(...plugins: readonly Plugin[]): OpenRegistry
  /**
   * Closes the registry.
   * @throws `plugin` when two operators share a name, no installed version is chosen, or an identity is not admitted
   */
  freeze(choose?: ChooseVersion): Registry
}

/** Anything that can be registered. `from`: the plugin that brings it, as the project names it. */
export type Plugin = { readonly from?: string } & (
  | /** `proved`: by the tests of its package, so that nobody need prove it again. */
  { readonly kind: 'identity'; readonly identity: Identity; readonly proved?: true }
  | { readonly kind: 'operator'; readonly operator: Operator }
  | { readonly kind: 'layout'; readonly layout: Layout }
)

/** Lets an identity in or throws: a law that is false must not be used. */
export type Admission = (identity: Identity, operators: readonly Operator[]) => void

const noIdentities: readonly Identity[] = []

/**
 * An empty registry. Importing a plugin does nothing; `use` does, and `freeze` ends it.
 * @param admit asked about every identity that does not come proved, when the registry is closed and all operators are known
 */
export function createRegistry(admit: Admission = () => {}): OpenRegistry {
  const used: Plugin[] = []
  const registry: OpenRegistry = {
    use(...plugins) {
      used.push(...plugins)
      return registry
    },
    freeze: (choose = (_, versions) => versions.length - 1) => freeze([...used], choose, admit),
  }
  return registry
}

function freeze(plugins: readonly Plugin[], choose: ChooseVersion, admit: Admission): Registry {
  const operators = operatorsByName(chosenOperators(plugins, choose))
  const known = [...new Set(operators.values())]
  const identities = oneVersionEach(
    plugins.flatMap(plugin => (plugin.kind === 'identity' ? [{ ...nameAndVersion(plugin.identity), plugin }] : [])),
    choose,
  ).map(({ plugin }) => plugin)
  for (const { identity, proved } of identities) if (!proved) admit(identity, known)
  const layouts = oneVersionEach(
    plugins.flatMap(plugin =>
      plugin.kind === 'layout' ? [{ ...nameAndVersion(plugin.layout.identity), layout: watchedFrom(plugin) }] : [],
    ),
    choose,
  ).map(({ layout }) => layout)
  const running: Running = { plugin: undefined }
  const from = new Set(plugins.flatMap(plugin => (plugin.from === undefined ? [] : [plugin.from])))
  return {
    ...close(
      known,
      operators,
      identities.map(plugin => watchedIdentity(plugin, running)),
      layouts,
    ),
    plugins: [...from].sort(),
    running: () => running.plugin,
    versions: name => {
      const own = plugins.map(originOf).filter(origin => origin?.name === name)
      return [...new Set(own.map(origin => origin!.version))]
    },
    preferring: wanted =>
      freeze(
        plugins,
        (name, versions) => {
          const index = Object.hasOwn(wanted, name) ? versions.indexOf(wanted[name]) : -1
          return index === -1 ? choose(name, versions) : index
        },
        admit,
      ),
    without: name =>
      freeze(
        plugins.filter(plugin => plugin.from !== name),
        choose,
        admit,
      ),
  }
}

/** The package that a part of the registry comes from. */
function originOf(plugin: Plugin): { readonly name: string; readonly version: string } | undefined {
  if (plugin.kind === 'operator') return plugin.operator.origin
  return plugin.kind === 'identity' ? plugin.identity : plugin.layout.identity
}

type IdentityPlugin = Extract<Plugin, { kind: 'identity' }>

const watchedIdentity = ({ identity, from }: IdentityPlugin, running: Running) =>
  from === undefined ? identity : watched(identity, from, running)

const watchedFrom = ({ layout, from }: Extract<Plugin, { kind: 'layout' }>) =>
  from === undefined ? layout : watchedLayout(layout, from)

const nameAndVersion = ({ name, version }: Identity) => ({ name, version })

/** Of operators that packages bring one version each; built-in ones have none to choose from. */
function chosenOperators(plugins: readonly Plugin[], choose: ChooseVersion): Operator[] {
  const operators = new Set(plugins.flatMap(plugin => (plugin.kind === 'operator' ? [plugin.operator] : [])))
  const versioned = [...operators].flatMap(operator => (operator.origin ? [{ ...operator.origin, operator }] : []))
  const chosen = new Set(oneVersionEach(versioned, choose).map(({ operator }) => operator))
  return [...operators].filter(operator => operator.origin === undefined || chosen.has(operator))
}

function operatorsByName(operators: readonly Operator[]): ReadonlyMap<string, Operator> {
  const byName = new Map<string, Operator>()
  for (const operator of operators) {
    for (const name of [operator.name, ...operator.aliases]) {
      const known = byName.get(name)
      if (known !== undefined && known !== operator)
        fail('plugin', `Expected one operator named "${name}", received two; rename one.`)
      byName.set(name, operator)
    }
  }
  return byName
}

function oneVersionEach<T extends { readonly name: string; readonly version: string }>(
  all: readonly T[],
  choose: ChooseVersion,
): T[] {
  const versions = new Map<string, T[]>()
  for (const one of all) {
    const known = versions.get(one.name)
    if (known === undefined) versions.set(one.name, [one])
    else if (known.every(other => other.version !== one.version)) known.push(one)
    else fail('plugin', `Expected one "${one.name}" of version ${one.version}, received two; remove one.`)
  }
  return [...versions].map(([name, candidates]) => {
    const index = choose(
      name,
      candidates.map(candidate => candidate.version),
    )
    const offered = candidates.map(candidate => candidate.version).join(', ')
    return (
      candidates[index] ??
      fail('plugin', `Expected an installed version of "${name}" that the project's pin allows, received ${offered}.`)
    )
  })
}

/**
 * A law about more goes first: d(tr(expm(X))) before d(tr(X)); what is only for where it stands, last. Then by name, so
 * that no order of registration shows.
 */
function byParticularity(identities: readonly Identity[]): Identity[] {
  const lengths = new Map(identities.map(identity => [identity, (identity.statements[0] ?? '').search(/=|->/)]))
  const isLate = ({ inContext }: Identity) => Number(inContext ?? false)
  return [...identities].sort(
    (a, b) => isLate(a) - isLate(b) || lengths.get(b)! - lengths.get(a)! || (a.name < b.name ? -1 : 1),
  )
}

/** The identities by phase and by what they look at. */
function indexOf(identities: readonly Identity[]): ReadonlyMap<Phase, ReadonlyMap<string, readonly Identity[]>> {
  const index = new Map<Phase, Map<string, Identity[]>>()
  for (const identity of identities) {
    for (const phase of identity.phases) {
      const headings = index.get(phase) ?? new Map<string, Identity[]>()
      index.set(phase, headings)
      for (const on of identity.on) {
        const known = headings.get(on)
        if (known === undefined) headings.set(on, [identity])
        else known.push(identity)
      }
    }
  }
  return index
}

function close(
  operators: readonly Operator[],
  operatorsByName: ReadonlyMap<string, Operator>,
  identities: readonly Identity[],
  layouts: readonly Layout[],
): Omit<Registry, 'plugins' | 'versions' | 'preferring' | 'without' | 'running'> {
  const sorted = byParticularity([...identities, ...layouts.map(layout => layout.identity)])
  const byName = new Map(sorted.map(identity => [identity.name, identity]))
  const layoutsByName = new Map(
    layouts.flatMap(layout => [layout.name, ...layout.aliases].map(name => [name, layout] as const)),
  )
  let index: ReadonlyMap<Phase, ReadonlyMap<string, readonly Identity[]>> | undefined
  return {
    operators,
    identities: sorted.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    layouts: [...layouts].sort((a, b) => (a.name < b.name ? -1 : 1)),
    operator: name => operatorsByName.get(name),
    identity: name => byName.get(name),
    layout: name => layoutsByName.get(name),
    candidates(phase, on) {
      index ??= indexOf(sorted)
      return index.get(phase)?.get(on) ?? noIdentities
    },
  }
}
