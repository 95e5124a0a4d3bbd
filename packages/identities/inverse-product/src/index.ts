import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Y^-1 X^-1 X Y = I. Holds for square X and Y.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'inv',
  statement: 'inv(X*Y) = inv(Y)*inv(X)',
  where: { X: 'matrix(n) invertible', Y: 'matrix(n) invertible' },
  title: '(XY)^-1 = Y^-1 X^-1',
  source: 'Matrix Cookbook (2012), eq. 1',
})
