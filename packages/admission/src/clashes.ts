import { fail } from '@matrix-derive/core'
import { type Contribution, referenceOf } from '@matrix-derive/plugin'
import { identities, layouts, standardRegistry } from '@matrix-derive/standard'
import type { ReadPlugin } from './foreign-plugin.ts'

/** Something of which there may be one: `trace-cyclic@1.0.0`, the name "tr" of an operator. */
interface Claim {
  readonly key: string
  /** What it is, for people. */
  readonly what: string
  /** Who may share it: versions of one operator share its name. */
  readonly family?: string
}

/** Every claim, with who makes it; undefined is the standard. */
export interface Claims {
  /** @throws `plugin` where someone else claims what the plugin claims */
  check(plugin: ReadPlugin): void
}

/** What all plugins and the standard claim together. Whoever clashes is refused, in whichever order they are named. */
export function claimsOf(plugins: readonly ReadPlugin[]): Claims {
  const claims = new Map<string, { readonly family: string | undefined; readonly by: string | undefined }[]>()
  const add = ({ key, family }: Claim, by: string | undefined) => {
    const known = claims.get(key)
    if (known === undefined) claims.set(key, [{ family, by }])
    else known.push({ family, by })
  }
  for (const claim of standardClaims()) add(claim, undefined)
  for (const { name, contributions } of plugins) {
    for (const claim of contributions.flatMap(claimsBy)) add(claim, name)
  }
  return {
    check({ name, contributions }) {
      const seen = new Set<string>()
      for (const { key, what, family } of contributions.flatMap(claimsBy)) {
        const other = claims.get(key)!.find(({ by, family: its }) => by !== name && !(family && its === family))
        if (other !== undefined) clash(what, other.by === undefined ? 'the standard has one' : `${other.by} has one`)
        if (seen.has(key) && family === undefined) clash(what, 'the plugin brings it twice')
        seen.add(key)
      }
    },
  }
}

function clash(what: string, received: string): never {
  fail('plugin', `Expected ${what} to be the only one; ${received} too.`, {
    suggestion: 'Rename it, give it another version, or remove one of the plugins.',
  })
}

const versioned = (name: string, version: string): Claim => ({ key: `${name}@${version}`, what: `${name}@${version}` })

const operatorName = (name: string, family: string): Claim => ({
  key: `operator ${name}`,
  what: `the operator "${name}"`,
  family,
})

const layoutName = (name: string, family: string): Claim => ({
  key: `layout ${name}`,
  what: `the layout "${name}"`,
  family,
})

function claimsBy(contribution: Contribution): Claim[] {
  const { name, version } = referenceOf(contribution)
  const own = versioned(name, version)
  switch (contribution.kind) {
    case 'identity':
      return [own]
    case 'operator': {
      const { operator } = contribution
      return [own, ...[operator.name, ...operator.aliases].map(each => operatorName(each, name))]
    }
    case 'layout': {
      const { layout } = contribution
      return [own, ...[layout.name, ...layout.aliases].map(each => layoutName(each, name))]
    }
  }
}

/** Names of the language that are no operators: a plugin that took one could never be called by it. */
const reserved = ['d', 'D', 'eye', 'ones', 'zeros', 'vector', 'matrix', 'frechet', 'sum']

function standardClaims(): Claim[] {
  const { operators } = standardRegistry()
  return [
    ...identities.map(({ name, version }) => versioned(name, version)),
    ...layouts.map(({ identity }) => versioned(identity.name, identity.version)),
    // Standard operators belong to the language, not to packages with versions.
    ...[...reserved, ...operators.flatMap(({ name, aliases }) => [name, ...aliases])].map(name =>
      operatorName(name, 'the language'),
    ),
    ...layouts.flatMap(({ name, aliases, identity }) =>
      [name, ...aliases].map(each => layoutName(each, identity.name)),
    ),
  ]
}
