import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Two of the four conditions of Moore and Penrose: XX⁺ and X⁺X are orthogonal projectors.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'times',
  statement: ["pinv(X)'*X' -> X*pinv(X)", "X'*pinv(X)' -> pinv(X)*X"],
  where: { X: 'matrix(m,n)' },
  title: 'XX⁺ and X⁺X are symmetric',
  source: 'Matrix Cookbook (2012), section 3.6.1',
})
