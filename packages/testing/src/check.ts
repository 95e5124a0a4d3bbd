import { problemOf } from '@matrix-derive/core'

/** What the batteries ask of an identity, a layout or an operator. */
export type CheckName =
  | 'declared'
  | 'closed'
  | 'conforms'
  | 'true'
  | 'agrees'
  | 'needed'
  | 'guarded'
  | 'recorded'
  | 'settles'
  | 'rewrites'
  | 'leaves'
  | 'assumes'
  | 'rearranges'
  | 'readable'
  | 'shaped'
  | 'structured'
  | 'linear'
  | 'valued'
  | 'differentiates'

/** The outcome of one check. */
export interface Check {
  readonly check: CheckName
  /** What in particular: one line of a table, nothing where the check is about the whole identity. */
  readonly subject: string
  readonly ok: boolean
  /** Why not; empty where it is. */
  readonly message: string
}

/** A check that has not been run: the message of its failure, or undefined where all is well. */
export interface PendingCheck {
  readonly check: CheckName
  readonly subject: string
  run(): string | undefined
}

/** Runs a check. What it throws is its failure: an identity that breaks on a legal expression is broken. */
export function runCheck({ check, subject, run }: PendingCheck): Check {
  let message: string | undefined
  try {
    message = run()
  } catch (thrown) {
    const problem = problemOf(thrown)
    if (problem !== undefined) message = `${problem.code}: ${problem.message}`
    else message = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)
  }
  return { check, subject, ok: message === undefined, message: message ?? '' }
}
