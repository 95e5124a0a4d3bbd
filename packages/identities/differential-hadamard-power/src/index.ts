import {
  assumePowerRule,
  defineIdentity,
  differential,
  type Expression,
  hadamard,
  hadamardPower,
  logOperator,
  minusOne,
  number,
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
  apply: (node, context) => {
    const { store, depends, assume } = context
    const [power] = node.operands
    const [base, exponent] = power.operands
    const terms: Expression[] = []
    if (depends(base)) {
      assumePowerRule(base, exponent, 'nonzero entries', context)
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
