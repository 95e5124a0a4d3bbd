import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * By definition: the sum of the products of corresponding entries.
 */
export default defineIdentity(manifest, {
  phase: 'prepare',
  on: 'inner',
  statement: "inner(A,B) = tr(A'*B)",
  where: { A: 'matrix(m,n)', B: 'matrix(m,n)' },
  title: "inner(A,B) = tr(A'B)",
  source: 'Matrix Cookbook (2012), eq. 10',
})
