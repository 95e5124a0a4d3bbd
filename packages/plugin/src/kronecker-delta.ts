import {
  type Expression,
  isOneExpression,
  minusOne,
  number,
  one,
  rational,
  type Store,
  scale,
  sum,
  sumOperator,
} from '@matrix-derive/core'
import { power, signOperator } from '@matrix-derive/operators'

/** Kronecker's delta: 1 where the integers are the same, else 0. In words of the language it is 1 - sign(a - b)^2. */
export function kroneckerDelta(store: Store, a: Expression, b: Expression): Expression {
  const sign = store.apply(signOperator, [sum(store, [a, scale(store, minusOne, b)])])
  const isOther = power(store, sign, number(store, rational(2)))
  return sum(store, [number(store, one), scale(store, minusOne, isOther)])
}

/** Whether an expression is the delta of two integers, either of which may be named first. */
export function isDeltaOf(store: Store, expression: Expression, a: Expression, b: Expression): boolean {
  const { operator, operands } = expression
  if (operator !== sumOperator || operands.length !== 2 || !operands.some(isOneExpression)) return false
  return [kroneckerDelta(store, a, b), kroneckerDelta(store, b, a)].some(({ operands: parts }) =>
    parts.every(part => operands.includes(part)),
  )
}
