import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fingerprints } from './scan.mjs'

export const root = resolve(import.meta.dirname, '../..')

/** The built command. */
export const command = join(root, 'apps/terminal/dist/matrix-derive.js')

/** Stamps live here because whoever removes node_modules means to start afresh; pnpm leaves dotted folders alone. */
export const state = join(root, 'node_modules/.matrix-derive')

/** Something went wrong that its message explains: no stack trace is owed. */
export class SetupError extends Error {}

/** Standard output belongs to the command alone. @param {string} message */
export function say(message) {
  process.stderr.write(`matrix-derive: ${message}\n`)
}

/**
 * Makes a clean clone ready to run: dependencies as the lock file says, and the command built from the present
 * sources. When nothing changed since the last time this is one walk over the files.
 */
export async function setUp() {
  const now = fingerprints(root)
  if (isInstalled(now) && isBuilt(now)) return
  mkdirSync(state, { recursive: true })
  const { withLock } = await import('./lock.mjs')
  const work = async () => {
    if (!isInstalled(now)) {
      install()
      stamp('installed', now.manifests)
    }
    if (!isBuilt(now)) {
      await build()
      stamp('built', now.sources)
    }
  }
  await withLock(join(state, 'lock'), work, () => say('waiting for another set-up to finish'))
}

/** @param {import('./scan.mjs').Fingerprints} now */
const isInstalled = now => stamped('installed') === now.manifests

/** @param {import('./scan.mjs').Fingerprints} now */
const isBuilt = now => stamped('built') === now.sources && existsSync(command)

/** @param {string} name */
function stamped(name) {
  try {
    return readFileSync(join(state, name), 'utf8')
  } catch {
    return undefined
  }
}

/**
 * @param {string} name
 * @param {string} value
 */
function stamp(name, value) {
  writeFileSync(join(state, name), value)
}

/** One pnpm for everyone: the version that the root manifest names, fetched by npx. */
function install() {
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const args = ['--yes', packageManager, 'install', '--frozen-lockfile', '--reporter=append-only']
  say(`installing (npx ${args.join(' ')})`)
  const { status, error } = spawnSync('npx', args, {
    cwd: root,
    // `npm start --silent` reaches children through the environment; a failure must still explain itself.
    env: { ...process.env, npm_config_loglevel: 'warn' },
    // The command's own input is not ours to read, and its output not ours to write.
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (error) throw new SetupError(`npx could not be started (${error.message}); it comes with npm`)
  if (status !== 0) {
    throw new SetupError(
      `installing failed, see above; after a change of a manifest, run \`npx ${packageManager} install\` to bring the lock file up to date`,
    )
  }
}

async function build() {
  say('building')
  const { buildTerminal } = await import('../build/build.mjs')
  await buildTerminal().catch(() => {
    throw new SetupError('building failed, see above')
  })
}
