import { defineIdentity, diag, hadamard, product, stackedTerm } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Columns times a diagonal matrix are columns times numbers.
 */
export default defineIdentity(manifest, {
  phase: 'stack',
  on: 'series',
  statement: 'sum(i in 1..N, r[i]*x[i]*y[i]) -> [x[1], ..., x[N]]*diag(r)*[y[1]; ...; y[N]]',
  where: { x: 'vector(m)[N]', y: 'rowvector(n)[N]', r: 'scalar[N]' },
  title: 'columns times numbers times rows, added up',
  source: 'Horn and Johnson, Matrix Analysis, section 0.7',
  apply: (node, context) => {
    const { store } = context
    const term = stackedTerm(node, context)
    if (term === undefined) return undefined
    const { left, right, weights, around } = term
    if (left === undefined || right === undefined || weights.length === 0) return undefined
    return around(product(store, [left, diag(store, hadamard(store, ...weights)), right]))
  },
})
