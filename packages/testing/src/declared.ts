import type { Identity } from '@matrix-derive/core'

const semver = /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$/

/** Name, version, title, summary, source and a statement are there. */
export function declared(identity: Identity): string | undefined {
  const { name, version, phases, statements } = identity
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) return `Expected a name in lower-case-with-dashes, received "${name}".`
  if (!semver.test(version)) return `Expected a version such as 1.0.0, received "${version}".`
  for (const key of ['title', 'summary', 'source'] as const) {
    if (identity[key].trim() === '') return `Expected a ${key}.`
  }
  if (phases.length === 0) return 'Expected a phase.'
  return statements.length === 0 ? 'Expected a statement.' : undefined
}
