import {
  cutAtDifferential,
  defineIdentity,
  flip,
  isDifferential,
  isMatrix,
  isScalar,
  product,
  trace,
  transpose,
  unstack,
  vecOperator,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * kron(vec(eye(n))’, eye(m))*kron(eye(n), x) is the m×n matrix whose stacked columns are x.
 */
export default defineIdentity(manifest, {
  phase: 'isolate',
  on: 'times',
  statement: "x'*vec(X) = tr((kron(vec(eye(n))', eye(m))*kron(eye(n), x))'*X)",
  where: { x: 'vector(m*n)', X: 'matrix(m,n)' },
  title: 'unstack: the matrix whose columns stand in x',
  source: 'Magnus and Neudecker, Matrix Differential Calculus, section 2.4',
  apply: (node, { store }) => {
    const cut = isScalar(node.shape) ? cutAtDifferential(store, node) : undefined
    if (cut === undefined || cut.after.length > 0 || cut.hole.operator !== vecOperator) return undefined
    const [x] = cut.hole.operands
    if (!isDifferential(x) || !isMatrix(x.shape)) return undefined
    const unstacked = unstack(store, flip(store, product(store, cut.before)), x.shape)
    return trace(store, product(store, [...cut.front, transpose(store, unstacked), x]))
  },
})
