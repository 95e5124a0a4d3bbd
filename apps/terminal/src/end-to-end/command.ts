import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const root = join(import.meta.dirname, '../../../..')

/** The file that users run. */
export const command = join(root, 'apps/terminal/dist/matrix-derive.js')

/** Builds the command where it is older than its sources, as `npm start` does; the package itself knows no tools. */
export async function setUp(): Promise<void> {
  const { setUp } = await import(pathToFileURL(join(root, 'tools/setup/setup.mjs')).href)
  await setUp()
}

export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

interface Surroundings {
  readonly cwd: string
  readonly input?: string
  readonly env?: Readonly<Record<string, string>>
}

/** Runs the built command as a user would. */
export function run(args: readonly string[], { cwd, input = '', env = {} }: Surroundings): Promise<Ended> {
  const { npm_lifecycle_event: _, ...inherited } = process.env
  const child = spawn(process.execPath, [command, ...args], { cwd, env: { ...inherited, ...env } })
  let [out, err] = ['', '']
  child.stdout.setEncoding('utf8').on('data', data => {
    out += data
  })
  child.stderr.setEncoding('utf8').on('data', data => {
    err += data
  })
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  return new Promise(settle => child.on('close', code => settle({ code, out, err })))
}
