import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * The only entries are those on and below the diagonal. N is the transpose of the gradient.
 */
export default defineIdentity(manifest, {
  phase: 'structure',
  on: 'independent lower',
  statement: ['tr(N*d(X)) = tr(triu(N)*d(X))', "vec(d(X)) = elimination(n)'*vech(d(X))"],
  where: { N: 'matrix(n)', X: 'matrix(n) lower' },
  title: 'lower triangular X: by the entries on and below the diagonal',
  source: 'Magnus, Linear Structures, chapter 5',
})
