/** Every reason for which input is turned down, by a word that stays stable between versions. */
export type ErrorCode =
  | 'syntax'
  | 'unknown-name'
  | 'unknown-function'
  | 'shape-mismatch'
  | 'not-square'
  | 'arity'
  | 'ambiguous'
  | 'not-differentiable'
  | 'unsupported'
  | 'limit-exceeded'
  | 'cancelled'
  | 'plugin'
  | 'config'
  | 'value'

/** Half-open range of character offsets in the source text. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** An error as data: what was wrong, where, and what to do about it. */
export interface Problem {
  readonly code: ErrorCode
  readonly message: string
  readonly span?: Span
  readonly suggestion?: string
  /** The plugin that is to blame, as the project names it. */
  readonly plugin?: string
}

/**
 * Carries a {@link Problem} from where it is noticed to the boundary that reports it.
 * It is the only exception this project throws on purpose; anything else is a defect.
 */
export class DerivationError extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.message)
    this.name = 'DerivationError'
    this.problem = problem
  }
}

/** Throws the problem; typed `never` so that callers can use it in expressions. */
export function fail(code: ErrorCode, message: string, more: Omit<Problem, 'code' | 'message'> = {}): never {
  throw new DerivationError({ code, message, ...more })
}

/**
 * The problem behind anything thrown: ours as it is, a foreign one as undefined. By name, not by class: a plugin that is
 * installed elsewhere may come with a copy of this package.
 */
export function problemOf(thrown: unknown): Problem | undefined {
  return thrown instanceof Error && thrown.name === 'DerivationError' ? (thrown as DerivationError).problem : undefined
}

/** The problem behind anything thrown. @throws what was thrown where that is a defect */
export function requireProblem(thrown: unknown): Problem {
  const problem = problemOf(thrown)
  if (problem === undefined) throw thrown
  return problem
}
