import {
  defineIdentity,
  eye,
  flip,
  frechetFunctionName,
  inverse,
  kron,
  matrixLogarithm,
  negate,
  phi1,
  product,
  sum,
  vec,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * exp and log are inverse to each other, and so are their derivatives; the one of exp is a product with φ1.
 */
export default defineIdentity(manifest, {
  phase: 'isolate',
  on: 'vec',
  statement:
    "vec(frechet(logm, X, E)) = inv(kron(eye(n), X)*phi1(kron(logm(X)', eye(n)) - kron(eye(n), logm(X))))*vec(E)",
  where: { X: 'matrix(n,n)', E: 'matrix(n,n)' },
  title: 'the inverse of the Jacobian of the exponential at log X',
  source: 'Higham, Functions of Matrices, sections 10.2 and 11.8',
  apply: ({ operands: [x] }, { store }) => {
    const [point, direction, ...further] = x.operands
    if (frechetFunctionName(x.operator) !== 'logm' || further.length > 0) return undefined
    const identity = eye(store, point.shape.rows)
    const logarithm = matrixLogarithm(store, point)
    const twist = sum(store, [
      kron(store, flip(store, logarithm), identity),
      negate(store, kron(store, identity, logarithm)),
    ])
    const jacobian = product(store, [kron(store, identity, point), phi1(store, twist)])
    return product(store, [inverse(store, jacobian), vec(store, direction)])
  },
})
