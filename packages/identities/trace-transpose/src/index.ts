import { cutAtDifferential, defineIdentity, flipAll, isTranspose, product, trace } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * The diagonal stays where it is. With the cyclic law: tr(A X’) = tr(X A’) = tr(A’ X).
 */
export default defineIdentity(manifest, {
  phase: ['isolate', 'simplify'],
  on: 'tr',
  statement: ["tr(A*X') = tr(A'*X)", "tr(Y') = tr(Y)"],
  where: { A: 'matrix(m,n)', X: 'matrix(m,n)', Y: 'matrix(n,n)' },
  title: 'a matrix and its transpose have one trace',
  source: 'Matrix Cookbook (2012), eq. 12',
  apply: (node, { store }) => {
    const [inner] = node.operands
    if (isTranspose(inner)) return trace(store, inner.operands[0])
    const cut = cutAtDifferential(store, inner)
    if (cut === undefined || cut.after.length > 0 || !isTranspose(cut.hole)) return undefined
    return trace(store, product(store, [...cut.front, ...flipAll(store, cut.before), cut.hole.operands[0]]))
  },
})
