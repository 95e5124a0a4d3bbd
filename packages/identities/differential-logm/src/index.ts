import { defineIdentity, differential, frechet } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * The inverse of the Fréchet derivative of the exponential at log X.
 */
export default defineIdentity(manifest, {
  phase: 'differential',
  on: 'logm',
  statement: 'd(logm(X)) = frechet(logm, X, d(X))',
  where: { X: 'matrix(n)' },
  title: 'Fréchet derivative of the matrix logarithm',
  source: 'Higham, Functions of Matrices, section 11.8',
  apply: (node, { store, assume }) => {
    const [x] = node.operands[0].operands
    assume('without eigenvalues on the closed negative real axis', x)
    return frechet(store, 'logm', x, differential(store, x))
  },
})
