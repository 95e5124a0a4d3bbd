import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Blocks multiply as blocks.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'times',
  statement: 'kron(A,B)*kron(C,D) = kron(A*C, B*D)',
  where: { A: 'matrix(m,n)', B: 'matrix(p,q)', C: 'matrix(n,k)', D: 'matrix(q,l)' },
  title: '(A⊗B)(C⊗D) = AC⊗BD',
  source: 'Magnus and Neudecker, Matrix Differential Calculus, section 2.2; Matrix Cookbook (2012), eq. 511',
})
