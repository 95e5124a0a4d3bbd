import { cutAtDifferential, defineIdentity, elimination, product, vec, vechOperator } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * The elimination matrix leaves out the entries above the diagonal.
 */
export default defineIdentity(manifest, {
  phase: 'isolate',
  on: ['vech', 'times'],
  statement: 'vech(X) = elimination(n)*vec(X)',
  where: { X: 'matrix(n)' },
  title: 'vech(X) = L*vec(X)',
  source: 'Magnus and Neudecker, Matrix Differential Calculus, section 3.8',
  apply: (node, { store }) => {
    const cut = cutAtDifferential(store, node)
    if (cut === undefined || cut.hole.operator !== vechOperator) return undefined
    const [x] = cut.hole.operands
    const picked = [elimination(store, x.shape.rows), vec(store, x)]
    return product(store, [...cut.front, ...cut.before, ...picked, ...cut.after])
  },
})
