import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Jacobi’s formula divided by det X. For det X < 0, logdet is log|det X|, with the same differential.
 */
export default defineIdentity(manifest, {
  phase: 'differential',
  on: 'logdet',
  statement: 'd(logdet(X)) = tr(inv(X)*d(X))',
  where: { X: 'matrix(n) invertible' },
  title: 'd log det X = tr(X^-1 dX) (18)',
  source: 'Matrix calculus via differentials, eq. (18) and (1)',
})
