import { fail, type Identity, type Registry } from '@matrix-derive/core'
import { errorOf, identitiesFound } from '@matrix-derive/request'
import { proveIdentity } from '@matrix-derive/verify'
import type { LawRow, Note } from './scene.ts'

/** The laws in which every word occurs. */
export function search(registry: Registry, words: string): LawRow[] {
  return identitiesFound(registry, words).map(({ name, version, statements: [statement = ''], title }) => {
    return { name, version, statement, title }
  })
}

/** A law in full, in every version that is installed, with the proofs of its statements, made now. */
export function lawNote(registry: Registry, name: string): Note {
  const identity = registry.identity(name) ?? fail('value', `Expected a law of the catalogue, received "${name}".`)
  const { version, title, summary, where, phases, source } = identity
  const kinds = Object.entries(where).map(([name, kind]) => `${name}: ${kind}`)
  const others = registry.versions(name).filter(other => other !== version)
  return {
    title: `${name}@${version}`,
    lines: [
      title,
      summary,
      '',
      ...provedStatements(identity, registry),
      ...(kinds.length > 0 ? ['', `for       ${kinds.join(', ')}`] : []),
      `used to   ${phases.join(', ')}`,
      `source    ${source}`,
      `versions  ${version} is used${others.length === 0 ? ', no other is installed' : ''}`,
      ...others.flatMap(other => {
        const chosen = registry.preferring({ [name]: other })
        const proved = provedStatements(chosen.identity(name)!, chosen)
        return [`          ${other} is installed`, ...proved.map(line => `            ${line}`)]
      }),
    ],
    tone: 'plain',
  }
}

function provedStatements(identity: Identity, { operators }: Registry): string[] {
  return proveIdentity(identity, operators).flatMap(({ statement, verdict, instances, errorBound }) => [
    statement,
    verdict === 'proved'
      ? `  ✓ proved at ${instances} random points${errorOf({ errorBound })}`
      : verdict === 'agrees'
        ? `  ≈ equal in floating point at ${instances} random points`
        : '  ✗ false',
  ])
}
