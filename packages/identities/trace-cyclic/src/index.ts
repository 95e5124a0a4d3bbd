import { cutAtDifferential, defineIdentity, product, trace } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Both sides are the same double sum. Factors turn in a circle; two of three may not simply swap.
 */
export default defineIdentity(manifest, {
  phase: 'isolate',
  on: 'tr',
  statement: 'tr(A*B) = tr(B*A)',
  where: { A: 'matrix(m,n)', B: 'matrix(n,m)' },
  title: 'factors turn under a trace',
  source: 'Matrix Cookbook (2012), eq. 14 and 16',
  apply: (node, { store }) => {
    const cut = cutAtDifferential(store, node.operands[0])
    if (cut === undefined || cut.after.length === 0) return undefined
    return trace(store, product(store, [...cut.front, ...cut.after, ...cut.before, cut.hole]))
  },
})
