// `npm run release -- --dry-run`: what the version plans come to, by Nx, without a paragraph for each of the many
// packages that no plan names.

import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { nxEnvironment } from '../nx/environment.mjs'
import { root, say } from '../setup/setup.mjs'

const { status, stdout } = spawnSync(
  join(root, 'node_modules/.bin/nx'),
  ['release', '--skip-publish', ...process.argv.slice(2)],
  {
    cwd: root,
    encoding: 'utf8',
    stdio: ['inherit', 'pipe', 'inherit'],
    maxBuffer: 1e8,
    env: nxEnvironment,
    shell: process.platform === 'win32',
  },
)

const untouched = / NX {3}Running release version for project: (\S+)\n+(?:\1 .*\n)*\1 .*No changes were detected.*\n+/g

process.stdout.write(stdout.replace(untouched, ''))
say(`${stdout.match(untouched)?.length ?? 0} packages are named by no plan and stay as they are`)
process.exitCode = status ?? 1
