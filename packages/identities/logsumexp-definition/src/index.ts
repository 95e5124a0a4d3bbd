import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Its gradient is softmax.
 */
export default defineIdentity(manifest, {
  phase: 'prepare',
  on: 'log',
  statement: 'log(sum(exp(X))) = logsumexp(X)',
  where: { X: 'matrix(m,n)' },
  title: 'log(sum(exp(x))) = logsumexp(x)',
  source: 'Boyd and Vandenberghe, Convex Optimization, section 3.1.5',
})
