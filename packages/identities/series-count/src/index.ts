import { defineIdentity, holdsDifferential, isSeries, product } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Nothing in the term tells one from another.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'series',
  statement: 'sum(i in 1..N, X) -> N*X',
  where: { X: 'matrix(m,n)' },
  title: 'so many equal terms',
  source: 'by definition',
  apply: (node, { store }) => {
    const [index, limit, term] = node.operands
    if (!isSeries(node) || holdsDifferential(term) || (term.free & index.free) !== 0) return undefined
    return product(store, [limit, term])
  },
})
