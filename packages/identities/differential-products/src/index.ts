import { defineIdentity, differential, product, sum } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * The product rule used again and again: one changing factor at a time.
 */
export default defineIdentity(manifest, {
  phase: 'differential',
  on: 'times',
  statement: 'd(X*Y*Z) = d(X)*Y*Z + X*d(Y)*Z + X*Y*d(Z)',
  where: { X: 'matrix(m,k)', Y: 'matrix(k,l)', Z: 'matrix(l,n)' },
  title: 'product rule for many factors (11)',
  source: 'Matrix calculus via differentials, eq. (11)',
  apply: (node, { store, depends }) => {
    const factors = node.operands[0].operands
    const changing = factors.map((factor, place) => ({ factor, place })).filter(({ factor }) => depends(factor))
    if (changing.length < 3) return undefined
    return sum(
      store,
      changing.map(({ factor, place }) => product(store, factors.with(place, differential(store, factor)))),
    )
  },
})
