import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../setup/setup.mjs'
import { type Folder, folderAt } from './folder.ts'

/** A copy of this repository, installed, in which tests may change what they like. */
export interface Workspace extends Folder {
  readonly folder: string
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
    ...folderAt(folder, { NX_DAEMON: 'false' }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
