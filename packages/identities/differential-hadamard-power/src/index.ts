import {
  defineIdentity,
  differential,
  type Expression,
  Fact,
  hadamard,
  hadamardPower,
  has,
  isInteger,
  isNegative,
  logOperator,
  minusOne,
  number,
  numberOf,
  product,
  sum,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * An elementwise function of X, with the scalar derivative a x^(a-1).
 */
export default defineIdentity(manifest, {
  phase: 'differential',
  on: 'hadamard-power',
  statement: ['d(X.^a) = a*(X.^(a - 1) .* d(X))', 'd(A.^t) = (A.^t .* log(A))*d(t)'],
  where: { X: 'matrix(m,n)', a: 'constant scalar', A: 'constant matrix(m,n) positive', t: 'scalar' },
  title: 'power rule, entry by entry (19)',
  source: 'Matrix calculus via differentials, eq. (19)',
  apply: (node, { store, depends, assume }) => {
    const [power] = node.operands
    const [base, exponent] = power.operands
    const terms: Expression[] = []
    if (depends(base)) {
      const value = numberOf(exponent)
      const isWhole = value === undefined ? has(exponent.facts, Fact.integer) : isInteger(value)
      if (!isWhole) assume('positive', base)
      else if (value === undefined || isNegative(value)) assume('nonzero entries', base)
      const lowered = hadamardPower(store, base, sum(store, [exponent, number(store, minusOne)]))
      terms.push(product(store, [exponent, hadamard(store, lowered, differential(store, base))]))
    }
    if (depends(exponent)) {
      assume('positive', base)
      const growth = hadamard(store, power, store.apply(logOperator, [base]))
      terms.push(product(store, [growth, differential(store, exponent)]))
    }
    return sum(store, terms)
  },
})
