import {
  defineIdentity,
  type Expression,
  holdsDifferential,
  isSeries,
  product,
  type Store,
  series,
  sum,
  sumOperator,
  termsOf,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Nothing in a term without the index tells one from another. Such a part of every term goes to the other terms of a sum,
 * where that shortens it.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: ['series', 'plus'],
  statement: ['sum(i in 1..N, X) = N*X', 'sum(i in 1..N, Y[i] + X) + Z = sum(i in 1..N, Y[i]) + N*X + Z'],
  where: { X: 'matrix(m,n)', Y: 'matrix(m,n)[N]', Z: 'matrix(m,n)' },
  title: 'so many equal terms',
  source: 'by definition',
  apply: (node, { store }) => {
    if (holdsDifferential(node)) return undefined
    if (node.operator === sumOperator) return partsCounted(store, node)
    const [index, limit, term] = node.operands
    return isSeries(node) && (term.free & index.free) === 0 ? product(store, [limit, term]) : undefined
  },
})

/** A sum, with what is the same in every term of one of its sums over an index counted among its own terms. */
function partsCounted(store: Store, { operands }: Expression): Expression | undefined {
  for (const [at, total] of operands.entries()) {
    const factors = total.operator.name === 'times' ? total.operands : [total]
    const inner = factors[factors.length - 1]
    if (!isSeries(inner)) continue
    const [index, limit, term] = inner.operands
    const same = termsOf(term).filter(part => (part.free & index.free) === 0)
    const other = termsOf(term).filter(part => (part.free & index.free) !== 0)
    if (same.length === 0 || other.length === 0) continue
    const front = factors.slice(0, -1)
    return sum(store, [
      ...operands.slice(0, at),
      product(store, [...front, series(store, index, limit, sum(store, other))]),
      ...same.map(part => product(store, [...front, limit, part])),
      ...operands.slice(at + 1),
    ])
  }
  return undefined
}
