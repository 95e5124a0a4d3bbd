import { defineIdentity, differential, frechet } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Like every power series of a matrix, phi1 has a Fréchet derivative, which is linear in its direction.
 */
export default defineIdentity(manifest, {
  phase: 'differential',
  on: 'phi1',
  statement: 'd(phi1(X)) = frechet(phi1, X, d(X))',
  where: { X: 'matrix(n)' },
  title: 'Fréchet derivative of φ1',
  source: 'Higham, Functions of Matrices, sections 3.2 and 10.7.4',
  apply: (node, { store }) => {
    const [x] = node.operands[0].operands
    return frechet(store, 'phi1', x, differential(store, x))
  },
})
