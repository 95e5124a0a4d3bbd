import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Folder, folderAt } from '../copy/folder.ts'
import { root } from '../setup/setup.mjs'

const run = promisify(execFile)

/** The folder of someone who installed our packages: outside of the workspace, and knowing nothing of it. */
export interface Project extends Folder {
  /** Every tarball by the name of its package. */
  readonly tarballs: ReadonlyMap<string, string>
  /** An empty folder beside this one. */
  empty(): Folder
  /** A folder beside this one, in which the same is installed and nothing else is. */
  another(): Project
  remove(): void
}

/** Packs everything and installs all of it into an empty folder. */
export async function createProject(): Promise<Project> {
  const place = realpathSync(mkdtempSync(join(tmpdir(), 'matrix-derive-installed-')))
  const [packed, folder] = [join(place, 'tarballs'), join(place, 'first')]
  await run(process.execPath, [join(root, 'tools/pack/pack.mjs'), packed, '--unchecked'])
  const tarballs = new Map(readdirSync(packed).map(file => [packageOf(file), join(packed, file)]))
  mkdirSync(folder)
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'somebody', private: true, type: 'module' }))
  await install(folder, [...tarballs.values()])
  // Tools that the project would have of its own, as the workspace has them.
  for (const tool of ['typescript', 'vitest']) borrow(folder, tool)
  return projectIn(place, folder, tarballs)
}

function projectIn(place: string, folder: string, tarballs: ReadonlyMap<string, string>): Project {
  // Nothing that was proved before is known to it either.
  const at = (path: string) => folderAt(path, { XDG_CACHE_HOME: join(place, 'cache'), npm_config_loglevel: 'error' })
  return {
    tarballs,
    ...at(folder),
    empty: () => at(mkdtempSync(join(place, 'empty-'))),
    another() {
      const other = mkdtempSync(join(place, 'another-'))
      for (const part of ['package.json', 'package-lock.json', 'node_modules']) {
        cpSync(join(folder, part), join(other, part), { recursive: true, verbatimSymlinks: true })
      }
      return projectIn(place, other, tarballs)
    },
    remove: () => rmSync(place, { recursive: true, force: true }),
  }
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
