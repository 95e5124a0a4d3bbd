import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Ones on the diagonal of blocks, and inside them.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'kron',
  statement: 'kron(eye(m), eye(n)) -> eye(m*n)',
  where: {},
  title: 'I⊗I = I',
  source: 'Magnus and Neudecker, Matrix Differential Calculus, section 2.2',
})
