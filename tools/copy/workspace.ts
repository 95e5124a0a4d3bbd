import { execFile, execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { root } from '../setup/setup.mjs'

const run = promisify(execFile)

export interface Ended {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** A copy of this repository, installed, in which tests may change what they like. */
export interface Workspace {
  readonly folder: string
  read(path: string): string | undefined
  write(path: string, text: string): void
  /** Runs a line of shell in its root. */
  run(line: string): Promise<Ended>
  remove(): void
}

/** Copies what git knows or would know, and installs it from what has been fetched for this one. */
export async function copyWorkspace(): Promise<Workspace> {
  const workspace = copySources()
  const { packageManager } = JSON.parse(workspace.read('package.json')!)
  const installed = await workspace.run(`npx --yes ${packageManager} install --frozen-lockfile --prefer-offline`)
  if (installed.code !== 0) throw new Error(installed.out + installed.err)
  return workspace
}

/** Copies what git knows or would know, and borrows the tools of this repository. */
export function copySources(): Workspace {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'matrix-derive-workspace-')))
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1e8,
  })
  for (const path of listed.split('\0')) {
    if (path !== '' && existsSync(join(root, path))) cpSync(join(root, path), join(folder, path))
  }
  return {
    folder,
    read: path => (existsSync(join(folder, path)) ? readFileSync(join(folder, path), 'utf8') : undefined),
    write(path, text) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    },
    async run(line) {
      // No setting of the test run reaches into the copy.
      const env = { PATH: process.env.PATH, HOME: process.env.HOME, NO_COLOR: '1', NX_DAEMON: 'false', CI: 'true' }
      try {
        const { stdout, stderr } = await run('bash', ['-c', line], { cwd: folder, env, maxBuffer: 1e8 })
        return { code: 0, out: stdout, err: stderr }
      } catch (error) {
        const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
        return { code, out: stdout, err: stderr }
      }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
