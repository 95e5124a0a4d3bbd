import {
  cutAtDifferential,
  defineIdentity,
  eye,
  frechet,
  frechetFunctionName,
  product,
  productOr,
  trace,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * In tr(A L(E)) both A and E stand between powers of X in a circle: tr(A X^i E X^j) = tr(X^j A X^i E), and the
 * sum over i + j = k is the same.
 */
export default defineIdentity(manifest, {
  phase: 'isolate',
  on: 'tr',
  statement: 'tr(A*frechet(expm, X, E)) = tr(frechet(expm, X, A)*E)',
  where: { A: 'matrix(n,n)', X: 'matrix(n,n)', E: 'matrix(n,n)' },
  title: 'the Fréchet derivative is self-adjoint up to transposes',
  source: 'Higham, Functions of Matrices, section 3.2',
  apply: (node, { store }) => {
    const cut = cutAtDifferential(store, node.operands[0])
    const name = cut && frechetFunctionName(cut.hole.operator)
    if (cut === undefined || cut.after.length > 0 || name === undefined) return undefined
    const [x, direction] = cut.hole.operands
    const left = productOr(store, cut.before, () => eye(store, x.shape.rows))
    return trace(store, product(store, [...cut.front, frechet(store, name, x, left), direction]))
  },
})
