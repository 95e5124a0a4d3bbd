import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * x_ij stands in X twice, the second time with a minus; x_ii is 0.
 */
export default defineIdentity(manifest, {
  phase: 'structure',
  on: 'independent skew',
  statement: [
    "tr(N*d(X)) = tr((N - N')*tril(d(X)))",
    "vec(d(X)) = (eye(n*n) - commutation(n,n))*elimination(n)'*vech(d(X))",
  ],
  where: { N: 'matrix(n)', X: 'matrix(n) skew' },
  title: 'skew X: by the entries below the diagonal',
  source: 'Magnus, Linear Structures, chapter 6',
})
