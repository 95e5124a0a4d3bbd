import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * From X^-1 X = I the product rule gives d(X^-1) X + X^-1 dX = 0; solve for d(X^-1).
 */
export default defineIdentity(manifest, {
  phase: 'differential',
  on: 'inv',
  statement: 'd(inv(X)) = -inv(X)*d(X)*inv(X)',
  where: { X: 'matrix(n) invertible' },
  title: 'differential of the inverse (16)',
  source: 'Matrix calculus via differentials, eq. (16)',
})
