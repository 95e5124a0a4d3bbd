import { commutation, commutationOperator, defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * K(m,n) is a permutation; its inverse sorts back.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'transpose',
  statement: "commutation(m,n)' -> commutation(n,m)",
  where: {},
  title: "K(m,n)' = K(n,m)",
  source: 'Magnus and Neudecker, Matrix Differential Calculus, section 3.7',
  apply: ({ operands: [x] }, { store }) =>
    x.operator === commutationOperator ? commutation(store, x.data!.shape!.cols, x.data!.shape!.rows) : undefined,
})
