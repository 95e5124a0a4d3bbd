import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * The four conditions of Penrose are the same for both.
 */
export default defineIdentity(manifest, {
  phase: ['prepare', 'simplify'],
  on: 'pinv',
  statement: 'pinv(pinv(X)) -> X',
  where: { X: 'matrix(m,n)' },
  title: 'the pseudo-inverse of the pseudo-inverse',
  source: 'Magnus and Neudecker, Matrix Differential Calculus, section 2.7',
})
