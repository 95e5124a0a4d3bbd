import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * The logarithm of a sum s of exponentials: ds/s, and d(exp(x_i))/s = softmax_i dx_i; the softmax of a matrix has no
 * name of its own.
 */
export default defineIdentity(manifest, {
  phase: 'differential',
  on: 'logsumexp',
  // A number comes first: it would pass for a vector, and has no softmax.
  statement: [
    'd(logsumexp(a)) = d(a)',
    "d(logsumexp(x)) = softmax(x)'*d(x)",
    "d(logsumexp(X)) = tr(exp(X)'*d(X))/sum(exp(X))",
  ],
  where: { a: 'scalar', x: 'vector(n)', X: 'matrix(m,n)' },
  title: 'the gradient of log-sum-exp is softmax',
  source: 'Boyd and Vandenberghe, Convex Optimization, section 3.1.5',
})
