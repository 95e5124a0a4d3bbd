import {
  cutAtDifferential,
  defineIdentity,
  eye,
  flipProduct,
  isColumn,
  isMatrix,
  kron,
  product,
  productOr,
  vec,
  vecOperator,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Column j of AXB is A X B_j, the combination of the columns of AX with the weights in column j of B. A product
 * that is a vector is its own vec.
 */
export default defineIdentity(manifest, {
  phase: 'isolate',
  on: ['vec', 'times'],
  statement: ["vec(A*X*B) = kron(B', A)*vec(X)", "A*X*b = kron(b', A)*vec(X)"],
  where: { A: 'matrix(m,n)', X: 'matrix(n,p)', B: 'matrix(p,q)', b: 'vector(p)' },
  title: "vec(AXB) = (B'⊗A)vec(X)",
  source: 'Matrix Cookbook (2012), eq. 520; Magnus and Neudecker, Matrix Differential Calculus, section 2.4',
  apply: (node, { store }) => {
    const stacked = node.operator === vecOperator
    const inner = stacked ? node.operands[0] : node
    const cut = cutAtDifferential(store, inner)
    if (cut === undefined || cut.before.length + cut.after.length === 0) return undefined
    if (!stacked && (!isColumn(inner.shape) || !isMatrix(cut.hole.shape))) return undefined
    const left = productOr(store, cut.before, () => eye(store, cut.hole.shape.rows))
    const right = cut.after.length === 0 ? eye(store, cut.hole.shape.cols) : flipProduct(store, cut.after)
    return product(store, [...cut.front, kron(store, right, left), vec(store, cut.hole)])
  },
})
