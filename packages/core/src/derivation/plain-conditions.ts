import { type Certainty, certainties, type PartialCertainty } from '../certainty/certainty.ts'
import { isCertain, nonzeroDemand } from '../certainty/demand.ts'
import { numberOf } from '../expression/constants.ts'
import type { Expression } from '../expression/expression.ts'
import { isTranspose } from '../expression/linear.ts'
import { factorsOf, product, productOperator } from '../expression/product.ts'
import { isInteger, isNegative, isZero } from '../expression/rational.ts'
import { isScalar } from '../expression/shape.ts'
import type { Store } from '../expression/store.ts'
import type { Condition } from '../identity/identity.ts'

/**
 * Conditions on simpler expressions that together say the same: that a*b is not 0 is that neither is, that x^2 is not 0 is
 * that x is not, and that x'*P*x > 0 for a positive definite P is that x is not 0.
 */
export function plainConditions(store: Store, condition: Condition): Condition[] {
  const { expression } = condition
  const demand = nonzeroDemand(condition)
  if (demand === undefined || !isScalar(expression.shape)) return [condition]
  const isNonzero = demand === '<>'
  const say = (expression: Expression): Condition[] => plainConditions(store, { ...condition, expression })
  if (isNonzero && isWholePower(expression)) return say(expression.operands[0])
  if (expression.operator !== productOperator) return [condition]
  const { coefficient, scalars, chain } = factorsOf(expression)
  const whole = chain.length > 0 ? product(store, chain) : undefined
  const parts = whole === undefined ? scalars : [...scalars, whole]
  if (isZero(coefficient) || (!isNonzero && (isNegative(coefficient) || parts.length !== 1))) return [condition]
  if (whole !== expression) return parts.flatMap(say)
  const vector = vanishingWith(condition, chain)
  return vector === undefined ? [condition] : [{ ...condition, predicate: 'nonzero', expression: vector }]
}

function isWholePower({ operator, operands: [, exponent] }: Expression): boolean {
  const value = operator.name === 'power' ? numberOf(exponent) : undefined
  return value !== undefined && isInteger(value)
}

/** The vector at the end of a product that is all that the condition asks for; with it the product vanishes. */
function vanishingWith(condition: Condition, chain: readonly Expression[]): Expression | undefined {
  const last = chain[chain.length - 1]
  const vector = isTranspose(last) ? last.operands[0] : last
  const supposed = new Map<Expression, PartialCertainty>([
    [last, { nonvanishing: true }],
    [vector, { nonvanishing: true }],
  ])
  const known: (expression: Expression) => Certainty = certainties(supposed)
  return isCertain(condition, known, () => undefined) ? vector : undefined
}
