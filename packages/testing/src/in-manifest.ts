import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Identity } from '@matrix-derive/core'

/** What an identity says of itself is what the manifest of its package says, found upwards from one of its files. */
export function sayLikeManifest(identity: Identity, file: string | undefined): string | undefined {
  const folder = file === undefined ? undefined : packageOf(dirname(file))
  return folder === undefined ? undefined : asInManifest(identity, folder)
}

/** The nearest folder upwards with a manifest. */
function packageOf(folder: string): string | undefined {
  if (existsSync(join(folder, 'package.json'))) return folder
  const parent = dirname(folder)
  return parent === folder ? undefined : packageOf(parent)
}

/** A package may bring several identities, or be a project that keeps some; then it says nothing of this one. */
function asInManifest({ name, version, summary }: Identity, folder: string): string | undefined {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Partial<Record<string, string>>
  if (manifest.name?.slice(manifest.name.lastIndexOf('/') + 1) !== name) return undefined
  if (manifest.version !== version) return `Expected the manifest's version ${manifest.version}, received ${version}.`
  return manifest.description === summary ? undefined : `Expected the manifest's description, received "${summary}".`
}
