import { defineIdentity, differential, frechet } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * From S*S = X the product rule gives S dS + dS S = dX, a Sylvester equation for dS.
 */
export default defineIdentity(manifest, {
  phase: 'differential',
  on: 'sqrtm',
  statement: 'd(sqrtm(X)) = frechet(sqrtm, X, d(X))',
  where: { X: 'matrix(n)' },
  title: 'Fréchet derivative of the matrix square root',
  source: 'Higham, Functions of Matrices, section 6.1',
  apply: (node, { store, assume }) => {
    const [x] = node.operands[0].operands
    assume('without eigenvalues on the closed negative real axis', x)
    return frechet(store, 'sqrtm', x, differential(store, x))
  },
})
