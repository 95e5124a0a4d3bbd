import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * (A^-1 ⊗ B^-1)(A ⊗ B) = I ⊗ I.
 */
export default defineIdentity(manifest, {
  phase: ['prepare', 'simplify'],
  on: 'inv',
  statement: 'inv(kron(A, B)) -> kron(inv(A), inv(B))',
  where: { A: 'matrix(m) invertible', B: 'matrix(n) invertible' },
  title: '(A⊗B)^-1 = A^-1 ⊗ B^-1',
  source: 'Matrix Cookbook (2012), eq. 512',
})
