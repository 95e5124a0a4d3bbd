import type { Problem } from '@matrix-derive/core'
import type { Counterexample } from '@matrix-derive/verify'
import type { CheckSuccess, CheckVerdict } from '../check-answer.ts'
import type { LineOfWorking } from './line-of-working.ts'

/**
 * What a line is. Besides the verdicts on a claim: `follows` from a line before that is wrong itself; `definition` of a name
 * that later lines use; `unreadable`.
 */
export type LineOfWorkingVerdict = CheckVerdict | 'follows' | 'definition' | 'unreadable'

/** A line, judged. */
export interface JudgedLine extends LineOfWorking {
  readonly verdict: LineOfWorkingVerdict
  /** What is wrong with it, in a sentence; '' where nothing is. */
  readonly detail: string
  /** Values at which it is not what it should be. */
  readonly counterexample?: Counterexample
  /** Of `unreadable`. */
  readonly problem?: Problem
}

/** What is known of a derivation, as plain data. */
export interface WorkingSuccess
  extends Pick<CheckSuccess, 'id' | 'ok' | 'layout' | 'wrt' | 'expected' | 'assumptions' | 'notes' | 'warnings'> {
  /** `equal` where every line is right; else the verdict on the first that is not. */
  readonly verdict: LineOfWorkingVerdict
  /** The verdict in a sentence. */
  readonly detail: string
  readonly lines: readonly JudgedLine[]
  /** The number of the first line that is not right. */
  readonly firstWrong?: number
  /** The differential, as it is derived here. */
  readonly differential: string
}
