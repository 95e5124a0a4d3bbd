import { defineIdentity, scalarsInFront } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Every entry is multiplied.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'hadamard',
  statement: '(a*X) .* Y -> a*(X .* Y)',
  where: { a: 'scalar', X: 'matrix(m,n)', Y: 'matrix(m,n)' },
  title: 'a scalar comes out of ∘',
  source: 'by definition',
  apply: (node, { store }) => scalarsInFront(store, node),
})
