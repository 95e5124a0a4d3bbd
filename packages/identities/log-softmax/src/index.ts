import {
  defineIdentity,
  definitionOf,
  logSumExp,
  negate,
  ones,
  product,
  softmaxOperator,
  sum,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * log(exp(x_i)/s) = x_i - log(s). It has a derivative that needs no division by probabilities.
 */
export default defineIdentity(manifest, {
  phase: 'prepare',
  on: 'log',
  statement: ['log(softmax(x)) = x - logsumexp(x)*ones(n)', 'log(softmax(r)) = r - logsumexp(r)*ones(1,n)'],
  where: { x: 'vector(n)', r: 'rowvector(n)' },
  title: 'log softmax(x) = x - logsumexp(x)',
  source: 'Boyd and Vandenberghe, Convex Optimization, section 3.1.5',
  // A name is looked through: p = softmax(x); log(p).
  apply: ({ operands: [inner], shape }, { store }) => {
    const { operator, operands } = definitionOf(inner)
    if (operator !== softmaxOperator) return undefined
    const [x] = operands
    return sum(store, [x, negate(store, product(store, [logSumExp(store, x), ones(store, shape)]))])
  },
})
