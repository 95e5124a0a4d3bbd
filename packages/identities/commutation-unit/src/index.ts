import { defineIdentity, eye } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * The entries of a row and of the column it turns into come in the same order.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'commutation',
  statement: ['commutation(1,n) -> eye(n)', 'commutation(n,1) -> eye(n)'],
  where: {},
  title: 'K(1,n) = I',
  source: 'Magnus and Neudecker, Matrix Differential Calculus, section 3.7',
  apply: (node, { store }) => {
    const { rows, cols } = node.data!.shape!
    return rows === '1' || cols === '1' ? eye(store, node.shape.rows) : undefined
  },
})
