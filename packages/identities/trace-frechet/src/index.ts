import {
  cutAtDifferential,
  defineIdentity,
  eye,
  frechet,
  frechetFunctionName,
  holdsDifferential,
  product,
  productOr,
  trace,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * In tr(A L(E)) both A and E stand between powers of X in a circle: tr(A X^i E X^j) = tr(X^j A X^i E), and the
 * sum over i + j = k is the same. So with several directions: all of them and A stand in all orders in that circle.
 */
export default defineIdentity(manifest, {
  phase: 'isolate',
  on: 'tr',
  statement: [
    'tr(A*frechet(expm, X, E)) = tr(frechet(expm, X, A)*E)',
    'tr(A*frechet(expm, X, F, E)) = tr(frechet(expm, X, F, A)*E)',
  ],
  where: { A: 'matrix(n,n)', X: 'matrix(n,n)', E: 'matrix(n,n) differential', F: 'matrix(n,n)' },
  title: 'the Fréchet derivative is self-adjoint up to transposes',
  source: 'Higham, Functions of Matrices, section 3.2',
  apply: (node, { store }) => {
    const cut = cutAtDifferential(store, node.operands[0])
    const name = cut && frechetFunctionName(cut.hole.operator)
    if (cut === undefined || cut.after.length > 0 || name === undefined) return undefined
    const [x, ...directions] = cut.hole.operands
    const held = directions.findIndex(holdsDifferential)
    if (held < 0) return undefined
    const left = productOr(store, cut.before, () => eye(store, x.shape.rows))
    const turned = frechet(store, name, x, ...directions.with(held, left))
    return trace(store, product(store, [...cut.front, turned, directions[held]]))
  },
})
