import { defineIdentity, isScalar, kron, product } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * One block.
 */
export default defineIdentity(manifest, {
  phase: ['isolate', 'simplify'],
  on: 'kron',
  statement: 'kron(a, X) -> a*X',
  where: { a: 'scalar', X: 'matrix(m,n)' },
  title: '⊗ with a number is scaling',
  source: 'by definition',
  apply: (node, { store }) => {
    const scalars = node.operands.filter(factor => isScalar(factor.shape))
    if (scalars.length === 0) return undefined
    return product(store, [...scalars, kron(store, ...node.operands.filter(factor => !isScalar(factor.shape)))])
  },
})
