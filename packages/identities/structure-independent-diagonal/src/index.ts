import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * The only entries are those on the diagonal.
 */
export default defineIdentity(manifest, {
  phase: 'structure',
  on: 'independent diagonal',
  statement: ['tr(N*d(X)) = tr(diag(diag(N))*d(X))', 'vec(d(X)) = diag(vec(eye(n)))*kron(ones(n), eye(n))*diag(d(X))'],
  where: { N: 'matrix(n)', X: 'matrix(n) diagonal' },
  title: 'diagonal X: by the entries on the diagonal',
  source: 'Magnus, Linear Structures, chapter 7',
})
