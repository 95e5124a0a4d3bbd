import {
  cutAtDifferential,
  defineIdentity,
  diag,
  diagOperator,
  eye,
  isMatrix,
  product,
  productOr,
  transpose,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Both sides are the sum of A_ii x_i.
 */
export default defineIdentity(manifest, {
  phase: 'isolate',
  on: 'tr',
  statement: "tr(A*diag(x)) = diag(A)'*x",
  where: { A: 'matrix(n,n)', x: 'vector(n)' },
  title: "tr(A*diag(x)) = diag(A)'x",
  source: 'Magnus and Neudecker, Matrix Differential Calculus, section 3.6',
  apply: (node, { store }) => {
    const cut = cutAtDifferential(store, node.operands[0])
    if (cut === undefined || cut.after.length > 0 || cut.hole.operator !== diagOperator) return undefined
    if (!isMatrix(cut.hole.shape)) return undefined
    const left = productOr(store, cut.before, () => eye(store, cut.hole.shape.rows))
    return product(store, [...cut.front, transpose(store, diag(store, left)), cut.hole.operands[0]])
  },
})
