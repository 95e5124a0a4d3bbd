import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * sigmoid(x) = exp(x)/(1 + exp(x)), and 1 - sigmoid(x) = 1/(1 + exp(x)).
 */
export default defineIdentity(manifest, {
  phase: 'prepare',
  on: 'log',
  statement: [
    'log(sigmoid(X)) = X - softplus(X)',
    'log(matrix(1) - sigmoid(X)) = -softplus(X)',
    'log(1 - sigmoid(a)) = -softplus(a)',
  ],
  where: { X: 'matrix(m,n)', a: 'scalar' },
  title: 'log sigmoid(x) = x - softplus(x), log(1 - sigmoid(x)) = -softplus(x)',
  source: 'Murphy, Machine Learning: A Probabilistic Perspective (2012), section 8.3',
})
