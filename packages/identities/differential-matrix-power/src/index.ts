import {
  defineIdentity,
  differential,
  type Expression,
  freshIndex,
  isInteger,
  isNegative,
  isScalar,
  minusOne,
  number,
  numberOf,
  power,
  product,
  rational,
  rationalToNumber,
  type Store,
  scale,
  series,
  sum,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * X^n is a product of n equal factors, which do not commute with dX: sum over i of X^(i-1) dX X^(n-i). Magnus and
 * Neudecker, Matrix Differential Calculus, section 8.4. Powers to a negative number are those of the inverse.
 */
export default defineIdentity(manifest, {
  phase: 'differential',
  on: 'power',
  statement: [
    'd(X^2) = d(X)*X + X*d(X)',
    'd(X^3) = d(X)*X^2 + X*d(X)*X + X^2*d(X)',
    'd(X^k) = sum(i in 1..k, X^(i - 1)*d(X)*X^(k - i))',
  ],
  where: { X: 'matrix(n)', k: 'integer nonnegative' },
  title: 'product rule for equal factors (11)',
  source: 'Matrix calculus via differentials, eq. (11)',
  apply: (node, { store, assume }) => {
    const [base, exponent] = node.operands[0].operands
    const value = numberOf(exponent)
    if (isScalar(base.shape) || (value !== undefined && (!isInteger(value) || isNegative(value)))) return undefined
    if (value === undefined) assume('nonnegative', exponent)
    const count = value && rationalToNumber(value)
    return count === undefined || count > mostFactors ? summed(store, base, exponent) : writtenOut(store, base, count)
  },
})

/** A power written out has as many terms as factors; more than these are not read any more. */
const mostFactors = 8

function writtenOut(store: Store, base: Expression, count: number): Expression {
  const times = (n: number) => (n === 0 ? [] : [power(store, base, number(store, rational(n)))])
  const terms = Array.from({ length: count }, (_, i) =>
    product(store, [...times(i), differential(store, base), ...times(count - 1 - i)]),
  )
  return sum(store, terms)
}

function summed(store: Store, base: Expression, exponent: Expression): Expression {
  const index = freshIndex(store, [base, exponent])
  const before = power(store, base, sum(store, [index, number(store, minusOne)]))
  const after = power(store, base, sum(store, [exponent, scale(store, minusOne, index)]))
  return series(store, index, exponent, product(store, [before, differential(store, base), after]))
}
