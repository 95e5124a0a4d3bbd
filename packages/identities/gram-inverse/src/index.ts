import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Where the inverse exists X has full column rank, or full row rank, and then this is its pseudoinverse.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'times',
  statement: [
    "inv(X'*X)*X' -> pinv(X)",
    "X*inv(X'*X) -> pinv(X)'",
    "X'*inv(X*X') -> pinv(X)",
    "inv(X*X')*X -> pinv(X)'",
  ],
  where: { X: 'matrix(m,n)' },
  title: 'the pseudoinverse of full rank: X⁺ = (X′X)⁻¹X′ or X′(XX′)⁻¹',
  source: 'Matrix Cookbook (2012), section 3.6.2',
})
