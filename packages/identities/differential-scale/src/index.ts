import { defineIdentity, differential, isScalar, product } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Holds for any number of constant scalars in front of one changing factor.
 */
export default defineIdentity(manifest, {
  phase: 'differential',
  on: 'times',
  statement: 'd(a*X) = a*d(X)',
  where: { a: 'constant scalar', X: 'matrix(m,n)' },
  title: 'a constant scalar comes out (8)',
  source: 'Matrix calculus via differentials, eq. (8)',
  apply: (node, { store, depends }) => {
    const { operands } = node.operands[0]
    const changing = operands.filter(depends)
    if (changing.length !== 1) return undefined
    if (operands.some(factor => factor !== changing[0] && !isScalar(factor.shape))) return undefined
    return product(
      store,
      operands.map(factor => (factor === changing[0] ? differential(store, factor) : factor)),
    )
  },
})
