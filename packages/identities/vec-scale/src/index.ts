import { defineIdentity, factorsOf, frontOf, holdsDifferential, isOne, product, vec } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * vec is linear.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'vec',
  statement: 'vec(a*X) -> a*vec(X)',
  where: { a: 'scalar', X: 'matrix(m,n)' },
  title: 'a scalar comes out of vec',
  source: 'by definition',
  apply: ({ operands: [x] }, { store }) => {
    const parts = factorsOf(x)
    if (holdsDifferential(x) || parts.chain.length === 0 || (parts.scalars.length === 0 && isOne(parts.coefficient)))
      return undefined
    return product(store, [...frontOf(store, parts), vec(store, product(store, parts.chain))])
  },
})
