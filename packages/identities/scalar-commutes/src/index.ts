import { colsOf, cutAtDifferential, defineIdentity, isColumn, product } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Brings a scalar that holds the differential, such as b’dx, behind everything else.
 */
export default defineIdentity(manifest, {
  phase: 'isolate',
  on: 'times',
  statement: 'a*X = X*a',
  where: { a: 'scalar', X: 'matrix(m,n)' },
  title: 'a scalar commutes with everything',
  source: 'Magnus and Neudecker, Matrix Differential Calculus, section 1.4',
  apply: (node, { store }) => {
    const cut = cutAtDifferential(store, node)
    if (cut === undefined || cut.after.length === 0 || !isColumn(cut.hole.shape)) return undefined
    if (colsOf(cut.after) === '1') {
      const moved = product(store, [...cut.front, product(store, cut.after), ...cut.before, cut.hole])
      if (moved !== node) return moved
    }
    const start = cut.before.findLastIndex(factor => factor.shape.rows === '1')
    if (start === -1) return undefined
    const scalar = [...cut.before.slice(start), cut.hole]
    const rest = product(store, [...cut.before.slice(0, start), ...cut.after])
    return product(store, [...cut.front, rest, product(store, scalar)])
  },
})
