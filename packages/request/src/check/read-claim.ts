import {
  DerivationError,
  type Expression,
  fail,
  flip,
  holdsDifferential,
  isNumber,
  isScalar,
  type Problem,
  problemOf,
  type Shape,
  zero,
  zeros,
} from '@matrix-derive/core'
import { readClaim } from '@matrix-derive/language'
import type { Solution } from '../solution.ts'

/** How a problem begins whose span is one of the claim. */
export const inClaim = 'In the claim: '

/** A claim that is a formula, or the reason why it is none: parts whose shapes do not fit. */
export type ClaimRead = { readonly expression: Expression } | { readonly problem: Problem }

/** Reads a claim; an `eye` without a size has the one that the derivative gives it. @throws all errors but those of shapes */
export function readAgainst({ program, derivation }: Solution, text: string): ClaimRead {
  const [{ expression: answer }] = derivation.answers
  const { store } = program.scope
  try {
    const expression = readFitting(text, program.scope, [answer.shape, flip(store, answer).shape])
    if (holdsDifferential(expression)) {
      fail('value', 'Expected a derivative, received an expression with d(.).', {
        suggestion: "Claim what stands before the differential, say A' of tr(A*d(X)).",
      })
    }
    const isNought = isScalar(expression.shape) && isNumber(expression, zero)
    return { expression: isNought ? zeros(store, answer.shape) : expression }
  } catch (thrown) {
    const problem = problemOf(thrown)
    if (problem?.code === 'shape-mismatch' || problem?.code === 'not-square') return { problem }
    throw problem === undefined ? thrown : new DerivationError({ ...problem, message: inClaim + problem.message })
  }
}

/** Reads a claim; where it leaves sizes open, it has the first of the shapes that it can have. @throws as `readClaim` */
export function readFitting(
  text: string,
  scope: Parameters<typeof readClaim>[1],
  shapes: readonly Shape[],
): Expression {
  const attempts = [undefined, ...shapes]
  for (const [i, shape] of attempts.entries()) {
    try {
      return readClaim(text, scope, shape)
    } catch (thrown) {
      const isOpen = shape !== undefined || problemOf(thrown)?.code === 'ambiguous'
      if (!isOpen || i + 1 === attempts.length) throw thrown
    }
  }
  throw new Error('There is always one attempt.')
}
