import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * x_ij stands in X twice, unless i = j.
 */
export default defineIdentity(manifest, {
  phase: 'structure',
  on: 'independent symmetric',
  statement: ["tr(N*d(X)) = tr((N + N' - diag(diag(N)))*tril(d(X)))", 'vec(d(X)) = duplication(n)*vech(d(X))'],
  where: { N: 'matrix(n)', X: 'matrix(n) symmetric' },
  title: 'symmetric X: by the entries on and below the diagonal',
  source: 'Magnus and Neudecker, Matrix Differential Calculus, section 3.8',
})
