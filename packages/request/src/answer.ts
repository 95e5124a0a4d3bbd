import type { Problem } from '@matrix-derive/core'
import type { Checked } from '@matrix-derive/verify'
import type { CheckSuccess } from './check/check-answer.ts'
import type { WorkingSuccess } from './check/working/working-answer.ts'

/** Rows and columns, as dimensions of the input language: `["p", "n"]`, `["m*n", "1"]`. */
export type ShapeText = readonly [rows: string, cols: string]

/** A definition that a result needs to be read: `y = W*x + b`. */
export interface Where {
  readonly text: string
  readonly latex: string
}

/**
 * What checking by computation found: `proved` exactly, up to a tiny chance; `agrees` in floating point;
 * `unchecked` for want of time or of points at which there is a value.
 */
export type AnswerVerdict = Checked['verdict']

/** dX ↦ ..., the right side as an expression of d(X). */
export interface MapText {
  readonly text: string
  readonly latex: string
}

/** The derivative by one variable, or by several one after the other. */
export interface DerivativeAnswer {
  /** The variable: `x`; of a mixed derivative each of them: `x,y`. */
  readonly wrt: string
  /** Of higher order: what it was derived by, in turn. */
  readonly by?: readonly string[]
  readonly shape: ShapeText
  /** A program of the input language; definitions that it needs come first. */
  readonly text: string
  /** The formula alone; what its names stand for is in `where`. */
  readonly latex: string
  readonly where?: readonly Where[]
  /** The same as a linear map, where it is a matrix for stacked entries. */
  readonly linearMap?: MapText
  /** Its numbers in the layout, when values were given. */
  readonly derivative?: Rows
  /** Whether it is the derivative; absent where no proof was asked for. */
  readonly verdict?: AnswerVerdict
}

export type Rows = readonly (readonly number[])[]

/** One line of the argument. */
export interface StepAnswer {
  /** What the line is equal to: `df`, `∂f/∂X`. */
  readonly left: string
  /** The right side, in the input language where it is no part of a line. */
  readonly line: string
  readonly latex: string
  /** Present when the line shows only the terms that changed, because all of them would be too many. */
  readonly partial?: true
  /** The identity that led here from the line above; absent where a chain of equations starts. */
  readonly identity?: string
  readonly version?: string
  readonly title?: string
  readonly source?: string
  readonly conditions: readonly string[]
  /** The intermediates that the line introduces: `y = W*x + b`. */
  readonly where?: readonly string[]
  /** Whether the line is equal to the one above, or to what it starts from. */
  readonly verdict?: AnswerVerdict
}

/** The derivative of a program, with everything that it rests on. */
export interface Success {
  readonly id?: string | number
  readonly ok: true
  readonly layout: string
  readonly order: number
  /** `wrt`, `shape`, `text`, `latex`, `derivative` and `verdict` are those of the first variable; `derivatives` has them all. */
  readonly wrt: string
  readonly by?: readonly string[]
  readonly shape: ShapeText
  readonly text: string
  readonly latex: string
  readonly where?: readonly Where[]
  readonly linearMap?: MapText
  /** df as a function of the variables' differentials. */
  readonly differential: string
  /** Kinds that were inferred: `A: matrix(m,n)`. */
  readonly assumptions: readonly string[]
  /** What else the program could have meant, and how to say so. */
  readonly notes: readonly string[]
  /** What the derivation relied on: `X is invertible`. */
  readonly conditions: readonly string[]
  /** Every identity that was used, with its version. */
  readonly identities: Readonly<Record<string, string>>
  /** One for each variable, of order 2 one for each pair; present when there are several. */
  readonly derivatives?: readonly DerivativeAnswer[]
  /** The numbers of the expression, when values were given. */
  readonly value?: Rows
  readonly derivative?: Rows
  /** Of the derivative by the first variable. */
  readonly verdict?: AnswerVerdict
  /** The probability, at most, that anything called proved is false. */
  readonly errorBound?: number
  readonly steps?: readonly StepAnswer[]
  /** Plugins that were left out, and why. */
  readonly warnings?: readonly Problem[]
}

/** Why there is no answer. */
export interface Failure {
  readonly id?: string | number
  readonly ok: false
  readonly error: Problem
}

/** What comes back for a request, as plain data. */
export type Answer = Success | CheckSuccess | WorkingSuccess | Failure
