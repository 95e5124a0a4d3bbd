import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

export interface Ended {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Where someone is who types: a folder with a shell. */
export interface Folder {
  read(path: string): string | undefined
  write(path: string, text: string): void
  /** Runs a line of shell there. */
  run(line: string): Promise<Ended>
}

/** No setting of the test run reaches into the folder, but for what is given. */
export function folderAt(folder: string, settings: Readonly<Record<string, string>> = {}): Folder {
  const { PATH, HOME } = process.env
  const env = { PATH, HOME, NO_COLOR: '1', CI: 'true', ...settings }
  return {
    read: path => (existsSync(join(folder, path)) ? readFileSync(join(folder, path), 'utf8') : undefined),
    write(path, text) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    },
    async run(line) {
      try {
        const { stdout, stderr } = await run('bash', ['-c', line], { cwd: folder, env, maxBuffer: 1e8 })
        return { code: 0, out: stdout, err: stderr }
      } catch (error) {
        const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
        if (typeof code !== 'number') throw error
        return { code, out: stdout, err: stderr }
      }
    },
  }
}
