import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * det(Q)^2 = det(Q'Q) = det(I) = 1.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'power',
  statement: 'det(Q)^2 -> 1',
  where: { Q: 'matrix(n) orthogonal' },
  title: 'orthogonal: det(Q)² = 1',
  source: 'Magnus and Neudecker, Matrix Differential Calculus, section 1.10',
})
