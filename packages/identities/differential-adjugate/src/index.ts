import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * adj(X) = det(X) X^-1; the product rule with Jacobi’s formula and the differential of the inverse.
 */
export default defineIdentity(manifest, {
  phase: 'differential',
  on: 'adj',
  statement: 'd(adj(X)) = tr(inv(X)*d(X))*adj(X) - adj(X)*d(X)*inv(X)',
  where: { X: 'matrix(n) invertible' },
  title: 'differential of the adjugate (10), (16), (18)',
  source:
    'Magnus and Neudecker, Matrix Differential Calculus, section 8.6; Matrix calculus via differentials, eqs. (10), (16), (18)',
})
