import { absOperator, defineIdentity, isInteger, isScalar, numberOf, powerOperator } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * An even power has no kink, so that it is differentiated without the sign.
 */
export default defineIdentity(manifest, {
  phase: ['prepare', 'simplify'],
  on: ['power', 'hadamard-power'],
  statement: ['abs(x)^2 -> x^2', 'abs(X).^2 -> X.^2'],
  where: { x: 'scalar', X: 'matrix(m,n)' },
  title: '|x|² = x²',
  source: 'by definition',
  apply: ({ operator, operands: [base, exponent] }, { store }) => {
    const value = numberOf(exponent)
    // The power of a matrix is none of its entries.
    if (operator === powerOperator && !isScalar(base.shape)) return undefined
    if (base.operator !== absOperator || value === undefined || !isInteger(value) || value.numerator % 2n !== 0n) {
      return undefined
    }
    return store.apply(operator, [base.operands[0], exponent])
  },
})
