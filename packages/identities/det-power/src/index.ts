import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * The determinant of a product is the product of the determinants.
 */
export default defineIdentity(manifest, {
  phase: 'prepare',
  on: ['det', 'logdet'],
  statement: ['det(X^k) = det(X)^k', 'logdet(X^k) = k*logdet(X)'],
  where: { X: 'matrix(n)', k: 'integer' },
  title: 'det(X^k) = det(X)^k',
  source: 'Matrix Cookbook (2012), eq. 20 and 22',
})
