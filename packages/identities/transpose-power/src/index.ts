import { defineIdentity, flip, isScalar, power, powerOperator } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * All factors are equal, so their order does not matter.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'transpose',
  statement: "(X^k)' = (X')^k",
  where: { X: 'matrix(n)', k: 'integer' },
  title: "(X^k)' = (X')^k",
  source: 'Matrix Cookbook (2012), eq. 5',
  apply: ({ operands: [x] }, { store }) => {
    if (x.operator !== powerOperator || isScalar(x.shape)) return undefined
    const [base, exponent] = x.operands
    return power(store, flip(store, base), exponent)
  },
})
