import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Its derivative is the logistic function.
 */
export default defineIdentity(manifest, {
  phase: 'prepare',
  on: 'log',
  statement: ['log(matrix(1) + exp(X)) = softplus(X)', 'log(1 + exp(a)) = softplus(a)'],
  where: { X: 'matrix(m,n)', a: 'scalar' },
  title: 'log(1 + exp(x)) = softplus(x)',
  source: 'Murphy, Machine Learning: A Probabilistic Perspective (2012), section 8.3',
})
