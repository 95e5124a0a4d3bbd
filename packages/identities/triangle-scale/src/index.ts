import { defineIdentity, scalarsInFront } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Every entry is multiplied, and 0 stays 0.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: ['tril', 'triu'],
  statement: ['tril(a*X) -> a*tril(X)', 'triu(a*X) -> a*triu(X)'],
  where: { a: 'scalar', X: 'matrix(m,n)' },
  title: 'a scalar comes out of a triangle',
  source: 'by definition',
  apply: (node, { store }) => scalarsInFront(store, node),
})
