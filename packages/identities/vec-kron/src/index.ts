import {
  commutation,
  defineIdentity,
  eye,
  holdsDifferential,
  kron,
  kronOperator,
  multiplyDimensions,
  product,
  vec,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Both vec(X⊗Y) and vec(X)⊗vec(Y) list all products of an entry of X and one of Y; the middle factor puts them
 * in order. Then x⊗y = (I⊗y)x = (x⊗I)y.
 */
export default defineIdentity(manifest, {
  phase: 'isolate',
  on: 'vec',
  statement: [
    'vec(kron(X,Y)) = kron(kron(eye(n), commutation(q,m)), eye(p))*kron(eye(m*n), vec(Y))*vec(X)',
    'vec(kron(X,Y)) = kron(kron(eye(n), commutation(q,m)), eye(p))*kron(vec(X), eye(p*q))*vec(Y)',
  ],
  where: { X: 'matrix(m,n)', Y: 'matrix(p,q)' },
  title: 'vec(X⊗Y) = (I⊗K⊗I)(vec(X)⊗vec(Y))',
  source: 'Magnus and Neudecker, Matrix Differential Calculus, section 3.7, theorem 10',
  apply: ({ operands: [x] }, { store }) => {
    if (x.operator !== kronOperator) return undefined
    const held = x.operands.findIndex(holdsDifferential)
    // Whatever stands behind the differential is split off first, then what stands before it.
    const cut = held < x.operands.length - 1 ? held + 1 : held
    const left = kron(store, ...x.operands.slice(0, cut))
    const right = kron(store, ...x.operands.slice(cut))
    const [{ rows: m, cols: n }, { rows: p, cols: q }] = [left.shape, right.shape]
    const sort = kron(store, eye(store, n), commutation(store, q, m), eye(store, p))
    const rest = holdsDifferential(left)
      ? kron(store, eye(store, multiplyDimensions(m, n)), vec(store, right))
      : kron(store, vec(store, left), eye(store, multiplyDimensions(p, q)))
    return product(store, [sort, rest, vec(store, holdsDifferential(left) ? left : right)])
  },
})
