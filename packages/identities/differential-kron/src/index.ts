import { defineIdentity, differential, kron, sum } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * The Kronecker product is linear in each factor. Constant factors give no term.
 */
export default defineIdentity(manifest, {
  phase: 'differential',
  on: 'kron',
  statement: 'd(kron(X,Y)) = kron(d(X),Y) + kron(X,d(Y))',
  where: { X: 'matrix(m,n)', Y: 'matrix(p,q)' },
  title: 'product rule for ⊗ (13)',
  source: 'Matrix calculus via differentials, eq. (13)',
  apply: (node, { store, depends }) => {
    const factors = node.operands[0].operands
    const changing = factors.map((factor, place) => ({ factor, place })).filter(({ factor }) => depends(factor))
    return sum(
      store,
      changing.map(({ factor, place }) => kron(store, ...factors.with(place, differential(store, factor)))),
    )
  },
})
