import {
  defineIdentity,
  eye,
  flip,
  flipProduct,
  kron,
  product,
  productOr,
  transpose,
  unstacked,
  vec,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * (vec(I)'⊗I)(I⊗x) is the matrix whose stacked columns are x, so what multiplies it multiplies x; the transposed matrix
 * has the entries of x in the order that K gives.
 */
export default defineIdentity(manifest, {
  phase: 'isolate',
  on: ['vec', 'times', 'tr'],
  statement: [
    "vec(A*kron(vec(eye(n))', eye(m))*kron(eye(n), x)*B) = kron(B', A)*x",
    "E*kron(eye(n), x')*kron(vec(eye(n)), eye(m))*c = kron(c', E)*commutation(m,n)*x",
    "tr(C*kron(vec(eye(n))', eye(m))*kron(eye(n), x)) = vec(C')'*x",
  ],
  where: {
    A: 'matrix(p,m)',
    B: 'matrix(n,k)',
    C: 'matrix(n,m)',
    E: 'matrix(p,n)',
    c: 'vector(m)',
    x: 'vector(m*n) differential',
  },
  title: 'multiplying a matrix multiplies its stacked entries',
  source: 'Magnus and Neudecker, Matrix Differential Calculus, section 2.4',
  apply: (node, { store }) => {
    const inner = node.operator.name === 'times' ? node : node.operands[0]
    const found = inner === node && node.shape.cols !== '1' ? undefined : unstacked(store, inner)
    if (found === undefined) return undefined
    const { front, before, after, column, shape } = found
    const left = productOr(store, before, () => eye(store, shape.rows))
    if (node.operator.name !== 'tr') {
      const right = after.length === 0 ? eye(store, shape.cols) : flipProduct(store, after)
      return product(store, [...front, kron(store, right, left), column])
    }
    if (after.length > 0) return undefined
    return product(store, [...front, transpose(store, vec(store, flip(store, left))), column])
  },
})
