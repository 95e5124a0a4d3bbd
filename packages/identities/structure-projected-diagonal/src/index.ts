import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * dX is 0 outside of the diagonal.
 */
export default defineIdentity(manifest, {
  phase: 'structure',
  on: 'projected diagonal',
  statement: ['tr(N*d(X)) = tr(diag(diag(N))*d(X))', 'vec(d(X)) = diag(vec(eye(n)))*vec(d(X))'],
  where: { N: 'matrix(n)', X: 'matrix(n) diagonal' },
  title: 'diagonal X: only the diagonal of a gradient counts',
  source: 'by definition',
})
