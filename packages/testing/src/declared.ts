import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Identity } from '@matrix-derive/core'

const semver = /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$/

/** Name, version, title, summary, source and a statement are there, and say what the package's manifest says. */
export function declared(identity: Identity, file: string | undefined): string | undefined {
  const { name, version, phases, statements } = identity
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) return `Expected a name in lower-case-with-dashes, received "${name}".`
  if (!semver.test(version)) return `Expected a version such as 1.0.0, received "${version}".`
  for (const key of ['title', 'summary', 'source'] as const) {
    if (identity[key].trim() === '') return `Expected a ${key}.`
  }
  if (phases.length === 0) return 'Expected a phase.'
  if (statements.length === 0) return 'Expected a statement.'
  const folder = file === undefined ? undefined : packageOf(dirname(file))
  return folder === undefined ? undefined : asInManifest(identity, folder)
}

/** The nearest folder upwards with a manifest. */
function packageOf(folder: string): string | undefined {
  if (existsSync(join(folder, 'package.json'))) return folder
  const parent = dirname(folder)
  return parent === folder ? undefined : packageOf(parent)
}

function asInManifest({ name, version, summary }: Identity, folder: string): string | undefined {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, string>
  const called = manifest.name.slice(manifest.name.lastIndexOf('/') + 1)
  if (called !== name) return `Expected the name of its package, "${called}", received "${name}".`
  if (basename(folder) !== name) return `Expected the name of its folder, "${basename(folder)}", received "${name}".`
  if (manifest.version !== version) return `Expected the manifest's version ${manifest.version}, received ${version}.`
  return manifest.description === summary ? undefined : `Expected the manifest's description, received "${summary}".`
}
