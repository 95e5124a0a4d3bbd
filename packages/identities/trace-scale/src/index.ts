import { defineIdentity, factorsOf, frontOf, holdsDifferential, isOne, product, trace } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Every diagonal entry is multiplied.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'tr',
  statement: 'tr(a*X) -> a*tr(X)',
  where: { a: 'scalar', X: 'matrix(n,n)' },
  title: 'a scalar comes out of a trace',
  source: 'Matrix Cookbook (2012), eq. 11',
  apply: ({ operands: [x] }, { store }) => {
    if (holdsDifferential(x)) return undefined
    const parts = factorsOf(x)
    if (parts.chain.length === 0 || (parts.scalars.length === 0 && isOne(parts.coefficient))) return undefined
    return product(store, [...frontOf(store, parts), trace(store, product(store, parts.chain))])
  },
})
