import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * dX is 0 below the diagonal. N is the transpose of the gradient.
 */
export default defineIdentity(manifest, {
  phase: 'structure',
  on: 'projected upper',
  statement: ['tr(N*d(X)) = tr(tril(N)*d(X))', 'vec(d(X)) = diag(vec(triu(ones(n,n))))*vec(d(X))'],
  where: { N: 'matrix(n)', X: 'matrix(n) upper' },
  title: 'upper triangular X: only the upper triangle of a gradient counts',
  source: 'by definition',
})
