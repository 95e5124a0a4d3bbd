import {
  defineIdentity,
  differential,
  hadamard,
  hadamardPower,
  isInteger,
  isNegative,
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
  statement: 'd(X.^a) = a*(X.^(a - 1) .* d(X))',
  where: { X: 'matrix(m,n)', a: 'constant scalar' },
  title: 'power rule, entry by entry (19)',
  source: 'Matrix calculus via differentials, eq. (19)',
  apply: (node, { store, depends, assume }) => {
    const [base, exponent] = node.operands[0].operands
    if (depends(exponent)) return undefined
    const value = numberOf(exponent)
    if (value === undefined || isNegative(value) || !isInteger(value)) assume('nonzero entries', base)
    const lowered = sum(store, [exponent, number(store, minusOne)])
    return product(store, [exponent, hadamard(store, hadamardPower(store, base, lowered), differential(store, base))])
  },
})
