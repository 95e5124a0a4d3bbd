import { defineIdentity, factorsOf, flipAll, frontOf, product, productOperator } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Row i of XY becomes column i.
 */
export default defineIdentity(manifest, {
  phase: ['isolate', 'simplify'],
  on: 'transpose',
  statement: "(X*Y)' -> Y'*X'",
  where: { X: 'matrix(m,k)', Y: 'matrix(k,n)' },
  title: "(XY)' = Y'X'",
  source: 'Matrix Cookbook (2012), eq. 5',
  apply: ({ operands: [x] }, { store }) => {
    if (x.operator !== productOperator) return undefined
    const parts = factorsOf(x)
    return product(store, [...frontOf(store, parts), ...flipAll(store, parts.chain)])
  },
})
