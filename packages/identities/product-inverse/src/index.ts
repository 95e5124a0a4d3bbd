import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * That is what the inverse is.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'times',
  statement: ['inv(X)*X -> eye(n)', 'X*inv(X) -> eye(n)'],
  where: { X: 'matrix(n) invertible' },
  title: 'a matrix and its inverse cancel',
  source: 'by definition',
})
