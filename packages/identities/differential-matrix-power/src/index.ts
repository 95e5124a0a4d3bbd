import {
  defineIdentity,
  differential,
  isInteger,
  isNegative,
  isScalar,
  number,
  numberOf,
  power,
  product,
  rational,
  rationalToNumber,
  sum,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * X^n is a product of n equal factors, which do not commute with dX: sum over i of X^i dX X^(n-1-i). Magnus and
 * Neudecker, Matrix Differential Calculus, section 8.4.
 */
export default defineIdentity(manifest, {
  phase: 'differential',
  on: 'power',
  statement: ['d(X^2) = d(X)*X + X*d(X)', 'd(X^3) = d(X)*X^2 + X*d(X)*X + X^2*d(X)'],
  where: { X: 'matrix(n)' },
  title: 'product rule for equal factors (11)',
  source: 'Matrix calculus via differentials, eq. (11)',
  apply: (node, { store }) => {
    const [base, exponent] = node.operands[0].operands
    const value = numberOf(exponent)
    if (isScalar(base.shape) || value === undefined || !isInteger(value) || isNegative(value)) return undefined
    const count = rationalToNumber(value)
    if (count > mostFactors) return undefined
    const times = (n: number) => (n === 0 ? [] : [power(store, base, number(store, rational(n)))])
    const terms = Array.from({ length: count }, (_, i) =>
      product(store, [...times(i), differential(store, base), ...times(count - 1 - i)]),
    )
    return terms.length === 0 ? undefined : sum(store, terms)
  },
})

/** A power written out has as many terms as factors; nobody reads more than these. */
const mostFactors = 64
