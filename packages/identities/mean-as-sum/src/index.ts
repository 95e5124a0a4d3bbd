import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * The way back is mean-definition.
 */
export default defineIdentity(manifest, {
  phase: ['prepare', 'isolate'],
  on: 'mean',
  statement: 'mean(X) = sum(X)/(m*n)',
  where: { X: 'matrix(m,n)' },
  title: 'the mean is the sum over the number of entries',
  source: 'by definition',
})
