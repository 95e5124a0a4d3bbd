import { defineIdentity, factorsOf, frontOf, holdsDifferential, isOne, product } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Every entry is multiplied.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: ['sum', 'mean'],
  statement: ['sum(a*X) -> a*sum(X)', 'mean(a*X) -> a*mean(X)'],
  where: { a: 'scalar', X: 'matrix(m,n)' },
  title: 'a scalar comes out of a sum of entries',
  source: 'by definition',
  apply: ({ operator, operands: [x] }, { store }) => {
    if (holdsDifferential(x)) return undefined
    const parts = factorsOf(x)
    if (parts.chain.length === 0 || (parts.scalars.length === 0 && isOne(parts.coefficient))) return undefined
    return product(store, [...frontOf(store, parts), store.apply(operator, [product(store, parts.chain)])])
  },
})
