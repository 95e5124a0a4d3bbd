import { defineIdentity, diagOperator, entrySumOperator, ones, product, stackedTerm, unit } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Columns side by side times ones are added up, as are rows one below the other. What is no member is stacked all the same:
 * A*x[i] is a column of A*X.
 */
export default defineIdentity(manifest, {
  phase: 'stack',
  on: 'series',
  statement: [
    'sum(i in 1..N, x[i]) -> [x[1], ..., x[N]]*ones(N)',
    'sum(i in 1..N, y[i]) -> ones(1,N)*[y[1]; ...; y[N]]',
    'sum(i in 1..N, r[i]) -> sum(r)',
  ],
  where: { x: 'vector(m)[N]', y: 'rowvector(n)[N]', r: 'scalar[N]' },
  title: 'all members added up',
  source: 'Horn and Johnson, Matrix Analysis, section 0.7',
  apply: (node, context) => {
    const { store } = context
    const term = stackedTerm(node, context)
    if (term === undefined) return undefined
    const { count, left, right, weights, around } = term
    const all = { rows: count, cols: unit }
    if (weights.length === 0 && right === undefined) return around(product(store, [left!, ones(store, all)]))
    if (weights.length === 0 && left === undefined) {
      return around(product(store, [ones(store, { rows: unit, cols: count }), right!]))
    }
    if (left ?? right ?? weights[1] ?? weights[0].operator === diagOperator) return undefined
    return around(store.apply(entrySumOperator, weights))
  },
})
