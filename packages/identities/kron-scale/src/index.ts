import { defineIdentity, scalarsInFront } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * ⊗ is linear in each factor.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'kron',
  statement: 'kron(a*X, Y) -> a*kron(X,Y)',
  where: { a: 'scalar', X: 'matrix(m,n)', Y: 'matrix(p,q)' },
  title: 'a scalar comes out of ⊗',
  source: 'Magnus and Neudecker, Matrix Differential Calculus, section 2.2',
  apply: (node, { store }) => scalarsInFront(store, node),
})
