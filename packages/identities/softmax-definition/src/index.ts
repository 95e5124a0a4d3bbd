import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * The probabilities of a multinomial logit.
 */
export default defineIdentity(manifest, {
  phase: ['prepare', 'simplify'],
  on: 'times',
  statement: ['exp(x)/sum(exp(x)) -> softmax(x)', 'exp(r)/sum(exp(r)) -> softmax(r)'],
  where: { x: 'vector(n)', r: 'rowvector(n)' },
  title: 'exp(x)/sum(exp(x)) = softmax(x)',
  source: 'Boyd and Vandenberghe, Convex Optimization, section 3.1.5',
})
