import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * The number of entries is the sum of as many ones, which keeps it an expression.
 */
export default defineIdentity(manifest, {
  phase: 'prepare',
  on: 'mean',
  statement: 'mean(X) = sum(X)/sum(ones(m,n))',
  where: { X: 'matrix(m,n)' },
  title: 'the mean is the sum over the number of entries',
  source: 'by definition',
})
