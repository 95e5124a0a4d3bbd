import { defineIdentity, entrySum, factorsOf, frontOf, holdsDifferential, isOnes, product } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * The way back from tr(11'X), which is what differentials need.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'tr',
  statement: ['tr(ones(n,m)*X) -> sum(X)', 'tr(A*ones(k,m)*B) -> sum(B*A)'],
  where: { X: 'matrix(m,n)', A: 'matrix(n,k)', B: 'matrix(m,n)' },
  title: 'the trace with ones is the sum of the entries',
  source: 'Matrix Cookbook (2012), section 9.7',
  apply: ({ operands: [x] }, { store }) => {
    if (holdsDifferential(x)) return undefined
    const parts = factorsOf(x)
    const at = parts.chain.findIndex(isOnes)
    const others = [...parts.chain.slice(at + 1), ...parts.chain.slice(0, at)]
    if (at === -1 || others.length === 0) return undefined
    return product(store, [...frontOf(store, parts), entrySum(store, product(store, others))])
  },
})
