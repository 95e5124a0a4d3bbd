import { type Expression, flip, isMatrix, isScalar, product, type Store, sameShape } from '@matrix-derive/core'
import { commutation } from '@matrix-derive/operators'
import type { Supposition } from '../question.ts'
import type { Slices } from '../slices.ts'
import { groundsFor } from './equality.ts'
import type { ClaimVerdict } from './verdict.ts'

/** What a claim may be the derivative of, and by. */
interface Pair {
  readonly store: Store
  readonly f: Expression
  readonly variable: Expression
  /** In numerator layout. */
  readonly derivative: Expression
  readonly order: number
  /** Present where the derivative is by something else than the stacked entries of the variable. */
  readonly plain?: Expression
}

/**
 * Whether something is transposed: the derivative as a whole, in a way that no layout has, or f or the variable under vec,
 * as for somebody who stacks the rows of a matrix instead of its columns.
 */
export function* asTransposed(
  { store, f, variable, derivative, order, plain }: Pair,
  own: Expression,
  claim: Expression,
  supposing: Supposition,
): Slices<ClaimVerdict | undefined> {
  const whole = yield* groundsFor(claim, flip(store, own), supposing)
  if (whole !== undefined) return { verdict: 'transposed', transposed: 'derivative', basis: whole }
  if (order > 1 || plain !== undefined || isScalar(f.shape) || isScalar(variable.shape)) return undefined
  const turn = (x: Expression) => (isMatrix(x.shape) ? commutation(store, x.shape.rows, x.shape.cols) : undefined)
  const [left, right] = [turn(f), turn(variable)]
  const factors = (...all: readonly (Expression | undefined)[]) =>
    product(
      store,
      all.filter(factor => factor !== undefined),
    )
  const back = right && flip(store, right)
  const candidates = [
    ...(left ? [['function', factors(left, derivative)] as const] : []),
    ...(back ? [['variable', factors(derivative, back)] as const] : []),
    ...(left && back ? [['both', factors(left, derivative, back)] as const] : []),
  ]
  for (const [transposed, numerator] of candidates) {
    for (const form of [numerator, flip(store, numerator)]) {
      if (!sameShape(form.shape, claim.shape)) continue
      const grounds = yield* groundsFor(claim, form, supposing)
      if (grounds !== undefined) return { verdict: 'transposed', transposed, basis: grounds }
    }
  }
  return undefined
}
