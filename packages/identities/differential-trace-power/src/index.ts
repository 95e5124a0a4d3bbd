import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * The product rule gives k terms, and under the trace they are all equal because factors turn.
 */
export default defineIdentity(manifest, {
  phase: 'differential',
  on: 'tr',
  statement: 'd(tr(X^k)) = k*tr(X^(k - 1)*d(X))',
  where: { X: 'matrix(n)', k: 'integer' },
  title: 'under the trace X^k differentiates like a scalar',
  source: 'Wikipedia, Matrix calculus, row SM23; Matrix Cookbook (2012), eq. 121',
})
