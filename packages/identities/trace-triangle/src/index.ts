import {
  cutAtDifferential,
  defineIdentity,
  eye,
  lowerTriangle,
  lowerTriangleOperator,
  product,
  productOr,
  trace,
  upperTriangle,
  upperTriangleOperator,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Both sides are the sum of A_ji X_ij over i ≥ j.
 */
export default defineIdentity(manifest, {
  phase: 'isolate',
  on: 'tr',
  statement: 'tr(A*tril(X)) = tr(triu(A)*X)',
  where: { A: 'matrix(n,m)', X: 'matrix(m,n)' },
  title: 'a triangle changes sides under a trace',
  source: 'Magnus and Neudecker, Matrix Differential Calculus, section 3.6',
  apply: (node, { store }) => {
    const cut = cutAtDifferential(store, node.operands[0])
    if (cut === undefined || cut.after.length > 0) return undefined
    const isLower = cut.hole.operator === lowerTriangleOperator
    if (!isLower && cut.hole.operator !== upperTriangleOperator) return undefined
    const left = productOr(store, cut.before, () => eye(store, cut.hole.shape.rows))
    const turned = isLower ? upperTriangle(store, left) : lowerTriangle(store, left)
    return trace(store, product(store, [...cut.front, turned, cut.hole.operands[0]]))
  },
})
