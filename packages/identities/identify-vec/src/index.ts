import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * For matrices by matrices the derivative is the Jacobian of the stacked columns: ∂vec(Y)/∂vec(X)′.
 */
export default defineIdentity(manifest, {
  phase: 'identify',
  on: 'other',
  statement: 'vec(d(H(X))) = D(H)(X)*vec(d(X))',
  where: { H: 'function(matrix(m,n)) -> matrix(p,q)', X: 'matrix(m,n)' },
  title: 'read off vec(dY) = J*vec(dX)',
  source: 'Magnus and Neudecker, Matrix Differential Calculus, section 5.15 (first identification theorem)',
  apply: () => undefined,
})
