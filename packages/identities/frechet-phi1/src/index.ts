import {
  defineIdentity,
  diag,
  eye,
  flip,
  frechet,
  holdsDifferential,
  kron,
  product,
  sum,
  twoByTwo,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * The upper right block of e^[X I; 0 0] is φ1(X). With N = [0 1; 0 0] that matrix is diag([1; 0])⊗X + N⊗I, and it
 * changes with X by diag([1; 0])⊗E.
 */
export default defineIdentity(manifest, {
  phase: 'isolate',
  on: 'frechet-phi1',
  statement:
    "frechet(phi1, X, E) = kron(tril(ones(1,2)), eye(n))*frechet(expm, kron(diag(tril(ones(1,2))'), X) + kron(triu(ones(2,2)) - eye(2), eye(n)), kron(diag(tril(ones(1,2))'), E))*kron(ones(2) - triu(ones(2)), eye(n))",
  where: { X: 'matrix(n)', E: 'matrix(n) differential' },
  title: 'φ1(X) is the corner of the exponential of the block matrix [X I; 0 0]',
  source: 'Higham, Functions of Matrices, theorem 10.21',
  apply: ({ operands: [x, direction, ...further] }, { store }) => {
    if (further.length > 0 || !holdsDifferential(direction)) return undefined
    const { shift, upper, right } = twoByTwo(store)
    const identity = eye(store, x.shape.rows)
    const corner = diag(store, flip(store, upper))
    const block = sum(store, [kron(store, corner, x), kron(store, shift, identity)])
    const derivative = frechet(store, 'expm', block, kron(store, corner, direction))
    return product(store, [kron(store, upper, identity), derivative, kron(store, right, identity)])
  },
})
