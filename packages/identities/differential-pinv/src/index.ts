import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * From the four Penrose conditions, where the rank does not change; full rank is enough for that.
 */
export default defineIdentity(manifest, {
  phase: 'differential',
  on: 'pinv',
  statement:
    "d(pinv(X)) = -pinv(X)*d(X)*pinv(X) + pinv(X)*pinv(X)'*d(X)'*(eye(m) - X*pinv(X)) + (eye(n) - pinv(X)*X)*d(X)'*pinv(X)'*pinv(X)",
  where: { X: 'matrix(m,n) constant-rank' },
  title: 'differential of the pseudoinverse at constant rank',
  source: 'Golub and Pereyra (1973), eq. 4.12; Magnus and Neudecker, Matrix Differential Calculus, section 8.5',
})
