import {
  defineIdentity,
  eye,
  frechet,
  frechetFunctionName,
  holdsDifferential,
  kron,
  product,
  sum,
  twoByTwo,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * f([X E; 0 X]) has the derivative of f at X in the direction E in its upper right corner; so has, one derivative
 * further, that of [X E; 0 X] in the direction [F 0; 0 F]. With N = [0 1; 0 0] the block matrix is I⊗X + N⊗E.
 */
export default defineIdentity(manifest, {
  phase: 'isolate',
  on: ['frechet-expm', 'frechet-logm', 'frechet-sqrtm', 'frechet-phi1'],
  statement:
    'frechet(expm, X, E, F) = kron(tril(ones(1,2)), eye(n))*frechet(expm, kron(eye(2), X) + kron(triu(ones(2,2)) - eye(2), E), kron(eye(2), F))*kron(ones(2) - triu(ones(2)), eye(n))',
  where: { X: 'matrix(n)', E: 'matrix(n)', F: 'matrix(n) differential' },
  title: 'a second derivative is the corner of a first one, at the block matrix [X E; 0 X]',
  source: 'Higham and Relton (2014), Higher order Fréchet derivatives of matrix functions, theorem 3.5',
  apply: ({ operator, operands: [x, ...directions] }, { store }) => {
    if (directions.length < 2 || !directions.some(holdsDifferential)) return undefined
    const along = directions.findIndex(direction => !holdsDifferential(direction))
    const { both, shift, upper, right } = twoByTwo(store)
    const identity = eye(store, x.shape.rows)
    const block = sum(store, [kron(store, both, x), kron(store, shift, directions[along])])
    const others = directions.toSpliced(along, 1).map(direction => kron(store, both, direction))
    const derivative = frechet(store, frechetFunctionName(operator)!, block, ...others)
    return product(store, [kron(store, upper, identity), derivative, kron(store, right, identity)])
  },
})
