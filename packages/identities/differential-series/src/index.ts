import { defineIdentity, differential, series } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * A sum over an index is a sum of terms, only that nobody writes them all down. How many there are does not change.
 */
export default defineIdentity(manifest, {
  phase: 'differential',
  on: 'series',
  statement: 'd(sum(i in 1..N, x[i])) = sum(i in 1..N, d(x[i]))',
  where: { x: 'matrix(m,n)[N]' },
  title: 'sum rule, for each term',
  source: 'Matrix calculus via differentials, eq. (9)',
  apply: (node, { store, depends }) => {
    const [total] = node.operands
    const [index, limit, term] = total.operands
    return depends(limit) ? undefined : series(store, index, limit, differential(store, term))
  },
})
