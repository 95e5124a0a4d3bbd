import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/**
 * What set-up depends on, as two short texts: when one is unchanged, so is what was made from it.
 * `manifests` covers what is installed, by content; `sources` covers what is built, by size and time of change.
 * @typedef {{ manifests: string, sources: string }} Fingerprints
 */

/** The files outside the packages that decide what is installed. */
const installFiles = ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', '.pnpmfile.cjs']

const ignored = new Set(['node_modules', 'dist'])

/**
 * Paths under a folder, relative to the root, always in the same order.
 * @param {string} root
 * @param {string} folder
 * @returns {Generator<string, void>}
 */
export function* filesUnder(root, folder) {
  const entries = readdirSync(join(root, folder), { withFileTypes: true })
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = `${folder}/${entry.name}`
    if (entry.isFile()) yield path
    else if (entry.isDirectory() && !ignored.has(entry.name)) yield* filesUnder(root, path)
  }
}

/**
 * Runs at every start, over every package: one walk, contents only of manifests.
 * @param {string} root
 * @returns {Fingerprints}
 */
export function fingerprints(root) {
  const manifests = createHash('sha256').update(`${process.platform} ${process.arch}\n`)
  const sources = createHash('sha256')
  for (const path of installFiles) manifests.update(`${path}\n`).update(contents(root, path))
  for (const path of ['packages', 'apps', 'tools'].flatMap(folder => [...filesUnder(root, folder)])) {
    if (path.endsWith('/package.json')) manifests.update(`${path}\n`).update(contents(root, path))
    if (isBuilt(path)) {
      const { size, mtimeMs } = statSync(join(root, path))
      sources.update(`${path} ${size} ${mtimeMs}\n`)
    }
  }
  const installed = manifests.digest('hex')
  return { manifests: installed, sources: sources.update(installed).digest('hex') }
}

/** @param {string} path */
function isBuilt(path) {
  return path.startsWith('tools/') ? path.startsWith('tools/build/') : !path.endsWith('.test.ts')
}

/**
 * @param {string} root
 * @param {string} path
 */
function contents(root, path) {
  try {
    return readFileSync(join(root, path))
  } catch {
    return ''
  }
}
