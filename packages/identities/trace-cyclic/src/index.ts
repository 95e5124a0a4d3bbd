import { cutAtDifferential, defineIdentity, isRow, product, trace } from '@matrix-derive/plugin'
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
    if (cut === undefined) return undefined
    // tr(a*d(r)) of a row: turned once more it is the number d(r)*a.
    if (cut.after.length === 0 && cut.before.length > 0 && isRow(cut.hole.shape)) {
      return trace(store, product(store, [...cut.front, cut.hole, ...cut.before]))
    }
    if (cut.after.length === 0) return undefined
    return trace(store, product(store, [...cut.front, ...cut.after, ...cut.before, cut.hole]))
  },
})
