import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { root } from '../setup/setup.mjs'

const run = promisify(execFile)

/** What a command in the project printed, and how it ended. */
export interface Ended {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** The folder of someone who installed our packages: outside of the workspace, and knowing nothing of it. */
export interface Project {
  readonly folder: string
  /** Every tarball by the name of its package. */
  readonly tarballs: ReadonlyMap<string, string>
  write(path: string, text: string): void
  /** Runs a binary of the installed packages, or node itself. */
  run(binary: string, ...args: string[]): Promise<Ended>
  /** Installs more packages, by folder or tarball. */
  install(...more: string[]): Promise<void>
  remove(): void
}

/** Packs everything and installs all of it into an empty folder. */
export async function createProject(): Promise<Project> {
  const place = realpathSync(mkdtempSync(join(tmpdir(), 'matrix-derive-installed-')))
  const [packed, folder] = [join(place, 'tarballs'), join(place, 'project')]
  await run(process.execPath, [join(root, 'tools/pack/pack.mjs'), packed])
  const tarballs = new Map(readdirSync(packed).map(file => [packageOf(file), join(packed, file)]))
  const project: Project = {
    folder,
    tarballs,
    write(path, text) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    },
    async run(binary, ...args) {
      const file = binary === 'node' ? process.execPath : join(folder, 'node_modules/.bin', binary)
      // No setting of the workspace's test run reaches into the project.
      const env = { PATH: process.env.PATH, HOME: process.env.HOME, NO_COLOR: '1' }
      try {
        const { stdout, stderr } = await run(file, args, { cwd: folder, env, maxBuffer: 1e8 })
        return { code: 0, out: stdout, err: stderr }
      } catch (error) {
        const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
        if (typeof code !== 'number') throw error
        return { code, out: stdout, err: stderr }
      }
    },
    install: (...more) => install(folder, more),
    remove: () => rmSync(place, { recursive: true, force: true }),
  }
  project.write('package.json', JSON.stringify({ name: 'somebody', private: true, type: 'module' }))
  await project.install(...tarballs.values())
  // Tools that the project would have of its own, as the workspace has them.
  for (const tool of ['typescript', 'vitest']) borrow(folder, tool)
  return project
}

/** `matrix-derive-trace-cyclic-1.0.0.tgz` has `@matrix-derive/trace-cyclic`. */
function packageOf(tarball: string): string {
  const name = tarball.replace(/-\d+\.\d+\.\d+\.tgz$/, '')
  return name === 'matrix-derive' ? name : name.replace(/^matrix-derive-/, '@matrix-derive/')
}

/** What npm has fetched before it need not fetch again, which is most of the time that this takes. */
async function install(folder: string, packages: readonly string[]): Promise<void> {
  const args = ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--legacy-peer-deps', ...packages]
  const options = { cwd: folder, shell: process.platform === 'win32' }
  await run('npm', [...args, '--offline'], options).catch(() => run('npm', args, options))
}

function borrow(folder: string, tool: string): void {
  const [own, theirs] = [join(root, 'node_modules'), join(folder, 'node_modules')]
  symlinkSync(realpathSync(join(own, tool)), join(theirs, tool), 'dir')
  const binary = tool === 'typescript' ? 'tsc' : tool
  const file = tool === 'typescript' ? 'bin/tsc' : `${tool}.mjs`
  mkdirSync(join(theirs, '.bin'), { recursive: true })
  symlinkSync(join(theirs, tool, file), join(theirs, '.bin', binary))
}
