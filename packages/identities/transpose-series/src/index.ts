import { defineIdentity, flip, isSeries, seriesOver } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * The transpose only moves entries. Where the terms get no shorter by it, it stays outside.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'transpose',
  statement: "sum(i in 1..N, X[i])' = sum(i in 1..N, X[i]')",
  where: { X: 'matrix(m,n)[N]' },
  title: 'a sum is transposed term by term',
  source: 'Matrix Cookbook (2012), eq. 4',
  apply: (node, { store }) => {
    const [x] = node.operands
    return isSeries(x) ? seriesOver(store, x, term => flip(store, term)) : undefined
  },
})
