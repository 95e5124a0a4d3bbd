import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Expanding det X along a row shows that its derivative by an entry is the cofactor, an entry of adj(X)'. For an
 * invertible X the adjugate is det(X) X^-1.
 */
export default defineIdentity(manifest, {
  phase: 'differential',
  on: 'det',
  statement: ['d(det(X)) = det(X)*tr(inv(X)*d(X))', 'd(det(X)) = tr(adj(X)*d(X))'],
  where: { X: 'matrix(n) invertible' },
  title: 'differential of the determinant (18)',
  source: 'Matrix calculus via differentials, eq. (18)',
})
