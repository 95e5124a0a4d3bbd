import {
  defineIdentity,
  eye,
  flip,
  frechetFunctionName,
  inverse,
  kron,
  matrixSquareRoot,
  product,
  sum,
  vec,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Stacked, the Sylvester equation S dS + dS S = E is (I⊗S + S’⊗I) vec(dS) = vec(E).
 */
export default defineIdentity(manifest, {
  phase: 'isolate',
  on: 'vec',
  statement: "vec(frechet(sqrtm, X, E)) = inv(kron(eye(n), sqrtm(X)) + kron(sqrtm(X)', eye(n)))*vec(E)",
  where: { X: 'matrix(n,n)', E: 'matrix(n,n)' },
  title: 'solve S*dS + dS*S = dX, stacked',
  source: 'Higham, Functions of Matrices, section 6.1',
  apply: ({ operands: [x] }, { store }) => {
    if (frechetFunctionName(x.operator) !== 'sqrtm') return undefined
    const [point, direction] = x.operands
    const identity = eye(store, point.shape.rows)
    const root = matrixSquareRoot(store, point)
    const sylvester = sum(store, [kron(store, identity, root), kron(store, flip(store, root), identity)])
    return product(store, [inverse(store, sylvester), vec(store, direction)])
  },
})
