import {
  defineIdentity,
  factorsOf,
  frontOf,
  holdsDifferential,
  isLinearIn,
  isOne,
  product,
  traceOperator,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Brings out numbers and scalars, above all one that holds the differential, such as d(t).
 */
export default defineIdentity(manifest, {
  phase: 'isolate',
  on: [
    'tr',
    'transpose',
    'hadamard',
    'kron',
    'vec',
    'diag',
    'sum',
    'mean',
    'tril',
    'triu',
    'fill',
    'frechet-expm',
    'frechet-logm',
    'frechet-sqrtm',
  ],
  statement: ['tr(a*X) = a*tr(X)', "(a*X)' = a*X'", 'Y .* (a*X) = a*(Y .* X)', 'vec(a*X) = a*vec(X)'],
  where: { a: 'scalar', X: 'matrix(n,n)', Y: 'matrix(n,n)' },
  title: 'linear: scalars come out',
  source: 'Magnus and Neudecker, Matrix Differential Calculus, section 1.4',
  apply: (node, { store }) => {
    const place = node.operands.findIndex(holdsDifferential)
    const parts = factorsOf(node.operands[place])
    const { coefficient, scalars, chain, differentials } = parts
    if (isOne(coefficient) && scalars.length + differentials.length === 0) return undefined
    if (chain.length === 0 || !isLinearIn(node.operator, place)) return undefined
    const inner = store.apply(node.operator, node.operands.with(place, product(store, chain)), node.data)
    const moved = product(store, [...frontOf(store, parts), inner])
    // A number or scalar may stay under a trace: there it is part of what is read off.
    return moved === node || (differentials.length === 0 && node.operator === traceOperator) ? undefined : moved
  },
})
