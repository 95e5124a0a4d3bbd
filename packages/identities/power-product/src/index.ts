import {
  defineIdentity,
  type Expression,
  eye,
  inverse,
  inverseOperator,
  isInteger,
  isNegative,
  isOneExpression,
  isSquare,
  isZeroExpression,
  mergeLikeTerms,
  minusOne,
  number,
  numberOf,
  one,
  power,
  powerOperator,
  product,
  replaceNeighbours,
  type Store,
  scale,
  sum,
  termsOf,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * A matrix commutes with its own powers; X^-n counts as the n-th power of the inverse. Named exponents are added where that
 * is shorter; what they are together is then not below 0, which a name does not show, as neither of them is.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'times',
  statement: ['X^2*X -> X^3', 'X^(j - i)*X^i -> X^j'],
  where: { X: 'matrix(n) invertible', i: 'integer', j: 'integer' },
  title: 'powers of one matrix are one power',
  source: 'by definition',
  apply: (node, { store, assume }) =>
    replaceNeighbours(store, node, (first, second) => {
      const [left, right] = [asPower(store, first), asPower(store, second)]
      if (left === undefined || right === undefined || left.base !== right.base) return undefined
      const { base } = left
      const isNamed = [left, right].some(({ exponent }) => numberOf(exponent) === undefined)
      const isDivided = isBelowZero(left.exponent) || isBelowZero(right.exponent)
      const merged = raised(store, base, added(store, left.exponent, right.exponent))
      if (isNamed && (isDivided || merged.cost >= product(store, [first, second]).cost)) return undefined
      if (isDivided) assume('invertible', base)
      return merged
    }),
})

/** A matrix as a power of another; only numbers are multiplied into an exponent. */
interface MatrixPower {
  readonly base: Expression
  readonly exponent: Expression
}

function asPower(store: Store, x: Expression): MatrixPower | undefined {
  if (!isSquare(x.shape)) return undefined
  if (x.operator === inverseOperator) {
    const inner = asPower(store, x.operands[0])
    const isNumber = inner && numberOf(inner.exponent) !== undefined
    return isNumber ? { base: inner.base, exponent: scale(store, minusOne, inner.exponent) } : undefined
  }
  if (x.operator !== powerOperator) return { base: x, exponent: number(store, one) }
  const [base, exponent] = x.operands
  const value = numberOf(exponent)
  if (value === undefined) return { base, exponent }
  const inner = asPower(store, base)
  const isNumber = inner && numberOf(inner.exponent) !== undefined
  return isNumber && isInteger(value) ? { base: inner.base, exponent: scale(store, value, inner.exponent) } : undefined
}

function added(store: Store, a: Expression, b: Expression): Expression {
  const total = sum(store, [a, b])
  return mergeLikeTerms(store, termsOf(total)) ?? total
}

const isBelowZero = (exponent: Expression) => {
  const value = numberOf(exponent)
  return value !== undefined && isNegative(value)
}

function raised(store: Store, base: Expression, exponent: Expression): Expression {
  if (isZeroExpression(exponent)) return eye(store, base.shape.rows)
  if (isOneExpression(exponent)) return base
  if (!isBelowZero(exponent)) return power(store, base, exponent)
  return raised(store, inverse(store, base), scale(store, minusOne, exponent))
}
