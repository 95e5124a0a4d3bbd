import { readFileSync, renameSync, writeFileSync } from 'node:fs'
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
}

const fileIn = (folder: string) => join(folder, 'session.json')

export function openWork(folder: string): Kept {
  let text: string
  try {
    text = readFileSync(fileIn(folder), 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return code === 'ENOENT'
      ? { session: emptySession }
      : { session: emptySession, message: `Your work in ${fileIn(folder)} cannot be read (${code}).` }
  }
  try {
    return { session: restored(text) }
  } catch (thrown) {
    requireProblem(thrown)
    const aside = `${fileIn(folder)}.damaged-${Date.now()}`
    renameSync(fileIn(folder), aside)
    return {
      session: emptySession,
      message: `Your saved work was damaged. It is set aside as ${aside}, and you begin anew.`,
    }
  }
}

/**
 * Keeps every change at once. A file is written beside the old one and takes its place in one step, so whoever is
 * interrupted has the old work or the new, and never half of it.
 * @returns a function that gives a message once keeping fails
 */
export function keepWork(folder: string): (session: Session) => string | undefined {
  let last = ''
  return session => {
    const text = saved(session)
    if (text === last) return undefined
    try {
      makeFolder(folder)
      const beside = `${fileIn(folder)}.${process.pid}`
      writeFileSync(beside, text, { mode: 0o600 })
      renameSync(beside, fileIn(folder))
      last = text
      return undefined
    } catch (error) {
      return `Your work cannot be kept in ${folder} (${(error as NodeJS.ErrnoException).code}).`
    }
  }
}
