import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * The only entries are those on and above the diagonal, which are those of X' on and below it. N is the transpose of
 * the gradient.
 */
export default defineIdentity(manifest, {
  phase: 'structure',
  on: 'independent upper',
  statement: ['tr(N*d(X)) = tr(tril(N)*d(X))', "vec(d(X)) = commutation(n,n)*elimination(n)'*vech(d(X)')"],
  where: { N: 'matrix(n)', X: 'matrix(n) upper' },
  title: 'upper triangular X: by the entries on and above the diagonal',
  source: 'Magnus, Linear Structures, chapter 5',
})
