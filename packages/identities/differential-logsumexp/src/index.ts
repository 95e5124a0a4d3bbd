import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * The logarithm of a sum s of exponentials: ds/s, and d(exp(x_i))/s = softmax_i dx_i.
 */
export default defineIdentity(manifest, {
  phase: 'differential',
  on: 'logsumexp',
  statement: "d(logsumexp(x)) = softmax(x)'*d(x)",
  where: { x: 'vector(n)' },
  title: 'the gradient of log-sum-exp is softmax',
  source: 'Boyd and Vandenberghe, Convex Optimization, section 3.1.5',
})
