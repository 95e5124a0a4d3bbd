// `pnpm new identity NAME` (or `npm run new -- identity NAME`): the generators of this folder, by Nx, which asks for
// what is missing where there is somebody to ask.

import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { nxEnvironment } from '../nx/environment.mjs'
import { root, SetupError, say, setUp } from '../setup/setup.mjs'

const kinds = ['identity', 'operator', 'layout']

const [kind = '', ...rest] = process.argv.slice(2)
if (!kinds.includes(kind)) {
  say(`expected ${kinds.slice(0, -1).join(', ')} or ${kinds.at(-1)}, received ${kind === '' ? 'nothing' : `"${kind}"`}`)
  say('for example: pnpm new identity trace-cyclic --statement "tr(A*B) = tr(B*A)"')
  process.exit(2)
}
const nx = join(root, 'node_modules/.bin/nx')
try {
  if (!existsSync(nx)) await setUp()
} catch (error) {
  if (!(error instanceof SetupError)) throw error
  say(error.message)
  process.exit(1)
}
const args = ['generate', `./tools/new/generators.json:${kind}`, ...rest, '--quiet']
const { status } = spawnSync(nx, args, {
  cwd: root,
  stdio: 'inherit',
  env: nxEnvironment,
  shell: process.platform === 'win32',
})
process.exitCode = status ?? 1
