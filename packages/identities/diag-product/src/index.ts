import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Only entries on the diagonal meet.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'times',
  statement: 'diag(x)*diag(y) -> diag(x .* y)',
  where: { x: 'vector(n)', y: 'vector(n)' },
  title: 'diag(x)*diag(y) = diag(x∘y)',
  source: 'Magnus and Neudecker, Matrix Differential Calculus, section 3.6',
})
