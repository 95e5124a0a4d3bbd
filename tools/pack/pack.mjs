// `npm run pack -- [FOLDER] [--unchecked]`: builds every package and packs each into a tarball in the folder, as it would be
// published. Tests of what is packed say --unchecked, for the types are checked beside them.

import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { buildTerminal } from '../build/build.mjs'
import { buildPackages } from '../build/packages.mjs'
import { withLock } from '../setup/lock.mjs'
import { root, SetupError, say, state } from '../setup/setup.mjs'

/**
 * Two that pack at the same time take turns, for both build into the same folders.
 * @param {string} folder where the tarballs go
 * @param {{ checked: boolean }} options whether types are checked
 * @throws {SetupError} when pnpm does not pack; what is wrong it says itself
 */
export async function pack(folder, options) {
  mkdirSync(state, { recursive: true })
  await withLock(join(state, 'packing'), () => packInto(folder, options))
}

/** @param {string} folder @param {{ checked: boolean }} options */
async function packInto(folder, options) {
  buildPackages(options)
  await buildTerminal()
  mkdirSync(folder, { recursive: true })
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const ours = ['--filter', './packages/**', '--filter', './apps/**']
  const args = ['--yes', packageManager, '-r', ...ours, 'pack', '--pack-destination', resolve(folder)]
  const { status, stdout, stderr } = spawnSync('npx', args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 100_000_000,
    shell: process.platform === 'win32',
  })
  if (status !== 0) throw new SetupError(`packing failed\n${stdout.slice(-2000)}${stderr.slice(-2000)}`)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { unchecked: { type: 'boolean' } } })
  const [folder = join(root, 'dist')] = positionals
  await pack(folder, { checked: values.unchecked !== true })
  say(`packed into ${folder}`)
}
