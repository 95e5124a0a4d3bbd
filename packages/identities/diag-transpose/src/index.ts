import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * The diagonal stays where it is.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'diag',
  statement: "diag(X') -> diag(X)",
  where: { X: 'matrix(n)' },
  title: "diag(X') = diag(X)",
  source: 'by definition',
})
