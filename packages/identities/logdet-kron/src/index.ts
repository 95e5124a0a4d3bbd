import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * A ⊗ B = (A ⊗ I)(I ⊗ B), block diagonal up to a permutation of rows and columns.
 */
export default defineIdentity(manifest, {
  phase: 'prepare',
  on: ['det', 'logdet'],
  statement: ['det(kron(A, B)) = det(A)^n*det(B)^m', 'logdet(kron(S, T)) = n*logdet(S) + m*logdet(T)'],
  where: { A: 'matrix(m)', B: 'matrix(n)', S: 'spd(m)', T: 'spd(n)' },
  title: 'det(A⊗B) = det(A)ⁿ det(B)ᵐ',
  source: 'Matrix Cookbook (2012), eq. 516',
})
