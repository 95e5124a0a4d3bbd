import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Entry ij of either side is X_ji where i ≥ j, or i ≤ j.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'transpose',
  statement: ["triu(X)' = tril(X')", "tril(X)' = triu(X')"],
  where: { X: 'matrix(m,n)' },
  title: 'the transpose of a triangle is the other triangle of the transpose',
  source: 'by definition',
})
