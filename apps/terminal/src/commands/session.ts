import { existsSync } from 'node:fs'
import type { Host } from '../host.ts'
import { misuse } from '../usage.ts'

/**
 * Without a command: a session in a terminal; where there is none, a derivation as it comes out. The screen is read only
 * when there is one to draw on.
 */
export async function session(args: readonly string[], host: Host): Promise<number> {
  const state = stateOf(args)
  const { stdin, stdout, env } = host
  if (!isTerminal(stdin) || !isTerminal(stdout) || env.TERM === 'dumb') {
    return (await import('./example.ts')).example(host)
  }
  const { openSession } = await import('../session/open.tsx')
  return openSession({ stdin, stdout, stderr: host.stderr, env, cwd: () => host.cwd() }, builtThread(), state)
}

const isTerminal = <T extends object>(stream: T): stream is T & NodeJS.ReadStream & NodeJS.WriteStream =>
  (stream as { isTTY?: boolean }).isTTY === true

/** The thread of the session, which the build puts beside the command; this part of the program may lie below. */
function builtThread(): URL {
  const files = ['./session.js', '../session.js'].map(file => new URL(file, import.meta.url))
  return files.find(url => existsSync(url)) ?? files[0]
}

function stateOf(args: readonly string[]): string | undefined {
  const [option, folder, ...more] = args
  if (option === undefined) return undefined
  if (folder === undefined || folder === '') misuse('expected a value after --state: --state DIR')
  if (more.length > 0) misuse(`expected nothing after --state DIR, received "${more[0]}"`)
  return folder
}
