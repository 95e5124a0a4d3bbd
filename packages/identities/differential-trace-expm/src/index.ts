import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Under the trace every term of the series is cyclic: d tr(X^k) = k tr(X^(k-1) dX).
 */
export default defineIdentity(manifest, {
  phase: 'differential',
  on: 'tr',
  statement: 'd(tr(expm(X))) = tr(expm(X)*d(X))',
  where: { X: 'matrix(n)' },
  title: 'under the trace exp differentiates like a scalar',
  source: 'Wikipedia, Matrix calculus, row SM25; Matrix Cookbook (2012), section 2.5',
})
