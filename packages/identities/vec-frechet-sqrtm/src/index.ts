import {
  defineIdentity,
  eye,
  flip,
  frechet,
  frechetFunctionName,
  holdsDifferential,
  inverse,
  kron,
  matrixSquareRoot,
  minusOne,
  number,
  product,
  sum,
  vec,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Stacked, the Sylvester equation S dS + dS S = E is (I⊗S + S’⊗I) vec(dS) = vec(E). Differentiated once more, it is
 * the same equation with -(dS ∂S + ∂S dS) on the right.
 */
export default defineIdentity(manifest, {
  phase: 'isolate',
  on: 'vec',
  statement: [
    "vec(frechet(sqrtm, X, E)) = inv(kron(eye(n), sqrtm(X)) + kron(sqrtm(X)', eye(n)))*vec(E)",
    "vec(frechet(sqrtm, X, F, E)) = -inv(kron(eye(n), sqrtm(X)) + kron(sqrtm(X)', eye(n)))*(kron(eye(n), frechet(sqrtm, X, F)) + kron(frechet(sqrtm, X, F)', eye(n)))*vec(frechet(sqrtm, X, E))",
  ],
  where: { X: 'matrix(n,n)', E: 'matrix(n,n) differential', F: 'matrix(n,n)' },
  title: 'solve S*dS + dS*S = dX, stacked',
  source: 'Higham, Functions of Matrices, section 6.1',
  apply: ({ operands: [x] }, { store }) => {
    const [point, ...directions] = x.operands
    if (frechetFunctionName(x.operator) !== 'sqrtm' || directions.length > 2) return undefined
    const identity = eye(store, point.shape.rows)
    const root = matrixSquareRoot(store, point)
    const sylvester = sum(store, [kron(store, identity, root), kron(store, flip(store, root), identity)])
    if (directions.length === 1) return product(store, [inverse(store, sylvester), vec(store, directions[0])])
    const held = directions.findIndex(holdsDifferential)
    if (held < 0) return undefined
    const [first, second] = [directions[1 - held], directions[held]].map(direction =>
      frechet(store, 'sqrtm', point, direction),
    )
    const mixed = sum(store, [kron(store, identity, first), kron(store, flip(store, first), identity)])
    return product(store, [number(store, minusOne), inverse(store, sylvester), mixed, vec(store, second)])
  },
})
