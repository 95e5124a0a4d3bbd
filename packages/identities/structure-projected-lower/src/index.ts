import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * dX is 0 above the diagonal. N is the transpose of the gradient.
 */
export default defineIdentity(manifest, {
  phase: 'structure',
  on: 'projected lower',
  statement: ['tr(N*d(X)) = tr(triu(N)*d(X))', 'vec(d(X)) = diag(vec(tril(ones(n,n))))*vec(d(X))'],
  where: { N: 'matrix(n)', X: 'matrix(n) lower' },
  title: 'lower triangular X: only the lower triangle of a gradient counts',
  source: 'by definition',
})
