import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Transpose X X^-1 = I.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'inv',
  statement: "inv(X') -> inv(X)'",
  where: { X: 'matrix(n) invertible' },
  title: "(X')^-1 = (X^-1)'",
  source: 'Matrix Cookbook (2012), eq. 3',
})
