import { fail, type Problem, problemOf } from '@matrix-derive/core'
import { type Contribution, contributionsOf, interfaceVersion } from '@matrix-derive/plugin'
import satisfies from 'semver/functions/satisfies.js'

/** A plugin that a project names, and what its module gives. */
export interface ForeignPlugin {
  /** As the project names it: `@acme/identity-woodbury`, `./my-identities/lse.js`. */
  readonly name: string
  /** The default export of its module. */
  readonly exported: unknown
  /** Whether this very content was proved before. */
  readonly proved?: boolean
}

/** A plugin whose form is as it should be. */
export interface ReadPlugin {
  readonly name: string
  readonly contributions: readonly Contribution[]
  readonly proved: boolean
}

/** What a plugin brings. @throws `plugin` where it is malformed, or written for another version of the interface */
export function readPlugin({ name, exported, proved = false }: ForeignPlugin): ReadPlugin {
  const contributions = contributionsOf(exported)
  for (const { requires } of contributions) requireInterface(requires)
  return { name, contributions, proved }
}

/** @throws `plugin` where a plugin was written for another version of the interface than this */
export function requireInterface(range: string | undefined): void {
  if (range === undefined || satisfies(interfaceVersion, range, { includePrerelease: true })) return
  fail('plugin', `Expected a plugin for @matrix-derive/plugin ${interfaceVersion}, received one for ${range}.`, {
    suggestion: 'Install a version of the plugin for this matrix-derive, or another version of matrix-derive.',
  })
}

/** What is wrong with a plugin, said in its name. Whatever a plugin throws is its own fault. */
export function blame(plugin: string, thrown: unknown): Problem {
  const problem = problemOf(thrown)
  if (problem === undefined) {
    const what = thrown instanceof Error ? `${thrown.name}: ${thrown.message.split('\n')[0]}` : String(thrown)
    return {
      code: 'plugin',
      plugin,
      message: `${plugin}: Expected a plugin that can be read, received ${what.replace(/\.$/, '')}.`,
      suggestion: 'Correct the plugin, or remove it from "plugins".',
    }
  }
  const { message, suggestion = 'Correct the plugin, or remove it from "plugins".' } = problem
  return { code: 'plugin', plugin, message: message.startsWith(plugin) ? message : `${plugin}: ${message}`, suggestion }
}
