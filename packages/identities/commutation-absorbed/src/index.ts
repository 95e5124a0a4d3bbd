import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * The columns of D and of I + K are stacked symmetric matrices, those of I - K skew ones.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'times',
  statement: [
    'commutation(n,n)*duplication(n) -> duplication(n)',
    "duplication(n)'*commutation(n,n) -> duplication(n)'",
    'commutation(n,n)*(eye(n*n) + commutation(n,n)) -> eye(n*n) + commutation(n,n)',
    '(eye(n*n) + commutation(n,n))*commutation(n,n) -> eye(n*n) + commutation(n,n)',
    'commutation(n,n)*(eye(n*n) - commutation(n,n)) -> -(eye(n*n) - commutation(n,n))',
    '(eye(n*n) - commutation(n,n))*commutation(n,n) -> -(eye(n*n) - commutation(n,n))',
  ],
  where: {},
  title: 'K*D = D, K*(I + K) = I + K: a symmetric matrix is its own transpose',
  source: 'Magnus and Neudecker, Matrix Differential Calculus, section 3.8',
})
