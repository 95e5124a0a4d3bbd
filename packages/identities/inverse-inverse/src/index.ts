import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Both are inverse to the same matrix.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'inv',
  statement: 'inv(inv(X)) -> X',
  where: { X: 'matrix(n) invertible' },
  title: 'the inverse of the inverse',
  source: 'by definition',
})
