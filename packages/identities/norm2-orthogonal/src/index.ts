import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * ‖Qx‖² = x'Q'Qx = x'x, and so for every column of a matrix.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'norm2',
  statement: 'norm2(Q*X) -> norm2(X)',
  where: { Q: 'matrix(n) orthogonal', X: 'matrix(n,m)' },
  title: 'orthogonal: ‖QX‖ = ‖X‖',
  source: 'Magnus and Neudecker, Matrix Differential Calculus, section 1.10',
})
