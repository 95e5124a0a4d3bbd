import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { requireProblem } from '@matrix-derive/core'
import { emptySession, restored, type Session, saved } from '@matrix-derive/exploration'
import { makeFolder } from '../files.ts'

/** Where work is kept: `--state DIR`, or the state folder of the XDG base directories. */
export function stateFolder(
  given: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
  cwd: string,
): string {
  if (given !== undefined) return resolve(cwd, given)
  const home = env.XDG_STATE_HOME || join(env.HOME || homedir(), '.local', 'state')
  return join(home, 'matrix-derive')
}

/** The work as it was left. A file that cannot be read is set aside, never overwritten. */
export interface Kept {
  readonly session: Session
  /** What the reader should know. */
  readonly message?: string
  /** Files of other sessions that have ended, whose work is in this one from now on. */
  readonly joined: readonly string[]
}

const fileIn = (folder: string) => join(folder, 'session.json')
/** Where a session keeps its work while another one has the usual file. */
const ownFileIn = (folder: string, pid: number) => join(folder, `session-${pid}.json`)

export function openWork(folder: string): Kept {
  const main = readWork(fileIn(folder))
  const others = endedIn(folder).map(file => ({ file, ...readWork(file) }))
  const read = others.filter(({ message }) => message === undefined)
  const messages = [main, ...others].flatMap(({ message }) => message ?? [])
  const tabs = [main, ...read].flatMap(({ session }) => session.tabs)
  return {
    session: { ...main.session, tabs },
    joined: read.map(({ file }) => file),
    ...(messages.length > 0 && { message: messages.join(' ') }),
  }
}

/** The files of sessions that do not run any more. */
function endedIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder).flatMap(name => {
    const [, pid] = /^session-(\d+)\.json$/.exec(name) ?? []
    return pid === undefined || isRunning(Number(pid)) ? [] : [join(folder, name)]
  })
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function readWork(file: string): { readonly session: Session; readonly message?: string } {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return code === 'ENOENT'
      ? { session: emptySession }
      : { session: emptySession, message: `Your work in ${file} cannot be read (${code}).` }
  }
  try {
    return { session: restored(text) }
  } catch (thrown) {
    requireProblem(thrown)
    const aside = `${file}.damaged-${Date.now()}`
    renameSync(file, aside)
    return {
      session: emptySession,
      message: `Your saved work was damaged. It is set aside as ${aside}, and you begin anew.`,
    }
  }
}

/**
 * Keeps every change at once. A file is written beside the old one and takes its place in one step, so whoever is
 * interrupted has the old work or the new, and never half of it. Where another session has written the file meanwhile, this
 * one goes on in a file of its own.
 * @param joined files whose work is in this session, which are not needed once it is kept
 * @returns a function that gives a message when there is something to know about keeping
 */
export function keepWork(folder: string, joined: readonly string[] = []): (session: Session) => string | undefined {
  let last = ''
  let file = fileIn(folder)
  let mine = nodeOf(file)
  let left = joined
  return session => {
    const text = saved(session)
    if (text === last) return undefined
    let message: string | undefined
    try {
      makeFolder(folder)
      if (nodeOf(file) !== mine) {
        file = ownFileIn(folder, process.pid)
        message = `Another session is open, too. The work of this one is in ${file}, and joins the other when you open one next.`
      }
      const beside = `${file}.${process.pid}`
      writeFileSync(beside, text, { mode: 0o600 })
      mine = nodeOf(beside)
      renameSync(beside, file)
      last = text
      for (const other of left) rmSync(other, { force: true })
      left = []
      return message
    } catch (error) {
      return `Your work cannot be kept in ${folder} (${(error as NodeJS.ErrnoException).code}).`
    }
  }
}

/** What tells a file from another one that has taken its place; numbers of files are used again. */
function nodeOf(file: string): string | undefined {
  try {
    const { ino, mtimeNs } = statSync(file, { bigint: true })
    return `${ino} ${mtimeNs}`
  } catch {
    return undefined
  }
}
