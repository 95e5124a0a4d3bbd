import { defineIdentity, differential, frechet } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * X and dX do not commute, so no simpler form exists in general; the Fréchet derivative is linear in its
 * direction.
 */
export default defineIdentity(manifest, {
  phase: 'differential',
  on: 'expm',
  statement: 'd(expm(X)) = frechet(expm, X, d(X))',
  where: { X: 'matrix(n)' },
  title: 'Fréchet derivative of the matrix exponential',
  source: 'Higham, Functions of Matrices, section 10.2',
  apply: (node, { store }) => {
    const [exponential] = node.operands
    const [x] = exponential.operands
    return frechet(store, 'expm', x, differential(store, x))
  },
})
