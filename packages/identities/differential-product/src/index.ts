import { defineIdentity, differential, product, sum } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * The factors keep their places: matrices do not commute. Constant factors before, between and after are carried
 * along.
 */
export default defineIdentity(manifest, {
  phase: 'differential',
  on: 'times',
  statement: 'd(X*Y) = d(X)*Y + X*d(Y)',
  where: { X: 'matrix(m,k)', Y: 'matrix(k,n)' },
  title: 'product rule (10)',
  source: 'Matrix calculus via differentials, eq. (10)',
  apply: (node, { store, depends }) => {
    const factors = node.operands[0].operands
    const changing = factors.map((factor, place) => ({ factor, place })).filter(({ factor }) => depends(factor))
    if (changing.length !== 2) return undefined
    return sum(
      store,
      changing.map(({ factor, place }) => product(store, factors.with(place, differential(store, factor)))),
    )
  },
})
