import type { Counterexample } from './counterexample.ts'
import type { Supposition } from './question.ts'

/** Exact over a prime field; equal in floating point; or different. */
export type Verdict = 'proved' | 'agrees' | 'failed'

export interface Proof {
  readonly verdict: Verdict
  /** How many random instances agreed. */
  readonly instances: number
  /**
   * The probability, at most, that different expressions agreed in all of them; 0 where they are one expression,
   * and 1 for a numeric agreement, which bounds nothing.
   */
  readonly errorBound: number
  /** The sizes of the dimensions in each instance. */
  readonly dims: readonly Readonly<Record<string, number>>[]
  readonly counterexample?: Counterexample
}

export interface ProofOptions {
  /** The symbols that d(.) does not send to 0. Absent: all of them. */
  readonly variables?: Iterable<string>
  /** The error probability to stay under. */
  readonly bound?: number
  /** The same seed gives the same instances. */
  readonly seed?: number
  /** What to take as true besides the declarations. */
  readonly supposing?: Supposition
}

/** The error probability that a proof stays under unless asked otherwise. */
export const usualBound = 1e-12

/** What is equal because it is one expression. */
export const sameExpression: Proof = { verdict: 'proved', instances: 0, errorBound: 0, dims: [] }
