import {
  defineIdentity,
  eye,
  flip,
  frechetFunctionName,
  kron,
  matrixExponential,
  negate,
  phi1,
  product,
  sum,
  vec,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * The derivative solves a linear differential equation; stacked, its solution is (I⊗e^X) times the integral of
 * e^(sM) with M = X'⊗I - I⊗X, which is φ1(M).
 */
export default defineIdentity(manifest, {
  phase: 'isolate',
  on: 'vec',
  statement: "vec(frechet(expm, X, E)) = kron(eye(n), expm(X))*phi1(kron(X', eye(n)) - kron(eye(n), X))*vec(E)",
  where: { X: 'matrix(n,n)', E: 'matrix(n,n)' },
  title: 'the Fréchet derivative as a matrix, with φ1',
  source: 'Higham, Functions of Matrices, theorem 10.13',
  apply: ({ operands: [x] }, { store }) => {
    const [point, direction, ...further] = x.operands
    if (frechetFunctionName(x.operator) !== 'expm' || further.length > 0) return undefined
    const identity = eye(store, point.shape.rows)
    const twist = sum(store, [kron(store, flip(store, point), identity), negate(store, kron(store, identity, point))])
    const exponential = matrixExponential(store, point)
    return product(store, [kron(store, identity, exponential), phi1(store, twist), vec(store, direction)])
  },
})
