import { defineIdentity, differential, hadamard, sum } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * The Hadamard product is linear in each factor. Constant factors give no term.
 */
export default defineIdentity(manifest, {
  phase: 'differential',
  on: 'hadamard',
  statement: 'd(X .* Y) = d(X) .* Y + X .* d(Y)',
  where: { X: 'matrix(m,n)', Y: 'matrix(m,n)' },
  title: 'product rule for ∘ (14)',
  source: 'Matrix calculus via differentials, eq. (14)',
  apply: (node, { store, depends }) => {
    const factors = node.operands[0].operands
    const changing = factors.map((factor, place) => ({ factor, place })).filter(({ factor }) => depends(factor))
    return sum(
      store,
      changing.map(({ factor, place }) => hadamard(store, ...factors.with(place, differential(store, factor)))),
    )
  },
})
