import {
  type Expression,
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

/** 1 for the delta of two integers, either of which may be named first, and -1 for what is turned: sign(a - b)^2 - 1. */
export function signOfDelta(store: Store, expression: Expression, a: Expression, b: Expression): 1 | -1 | undefined {
  const { operator, operands } = expression
  if (operator !== sumOperator || operands.length !== 2) return undefined
  const deltas = [kroneckerDelta(store, a, b), kroneckerDelta(store, b, a)]
  const isAmong = (forms: readonly Expression[]) =>
    forms.some(({ operands: parts }) => parts.every(part => operands.includes(part)))
  if (isAmong(deltas)) return 1
  return isAmong(
    deltas.map(delta =>
      sum(
        store,
        delta.operands.map(part => scale(store, minusOne, part)),
      ),
    ),
  )
    ? -1
    : undefined
}
