import { defineIdentity, flip, hadamard, product, stackedTerm } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Block matrices are multiplied like numbers: a row of columns x[i] times a column of rows y[i]. Numbers are rows of one
 * entry; several of them are multiplied entry by entry.
 */
export default defineIdentity(manifest, {
  phase: 'stack',
  on: 'series',
  statement: [
    'sum(i in 1..N, x[i]*y[i]) -> [x[1], ..., x[N]]*[y[1]; ...; y[N]]',
    'sum(i in 1..N, r[i]*x[i]) -> [x[1], ..., x[N]]*r',
    "sum(i in 1..N, r[i]*y[i]) -> r'*[y[1]; ...; y[N]]",
    "sum(i in 1..N, r[i]*s[i]) -> r'*s",
  ],
  where: { x: 'vector(m)[N]', y: 'rowvector(n)[N]', r: 'scalar[N]', s: 'scalar[N]' },
  title: 'columns times rows, added up',
  source: 'Horn and Johnson, Matrix Analysis, section 0.7',
  apply: (node, context) => {
    const { store } = context
    const term = stackedTerm(node, context)
    if (term === undefined) return undefined
    const { left, right, weights, around } = term
    const times = (a: typeof node, b: typeof node) => around(product(store, [a, b]))
    if (left !== undefined && right !== undefined) return weights.length === 0 ? times(left, right) : undefined
    if (left !== undefined) return weights.length === 0 ? undefined : times(left, hadamard(store, ...weights))
    const [last, ...others] = right === undefined ? weights.toReversed() : [right, ...weights]
    return others.length === 0 ? undefined : times(flip(store, hadamard(store, ...others)), last)
  },
})
