import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * The directions that keep X'X = I are X times skew matrices, for which dX = -X dX' X. A gradient G loses what is
 * orthogonal to all of them: X times the symmetric part of X'G, which leaves (G - X G' X)/2. N is G'.
 */
export default defineIdentity(manifest, {
  phase: 'structure',
  on: 'projected orthogonal',
  statement: [
    "tr(N*d(X)) = tr(1/2*(N - X'*N'*X')*d(X))",
    "vec(d(X)) = 1/2*(eye(n*n) - kron(X', X)*commutation(n,n))*vec(d(X))",
  ],
  where: { N: 'matrix(n)', X: 'matrix(n) orthogonal' },
  title: 'orthogonal X: only the part of a gradient in the tangent space counts',
  source: 'Absil, Mahony and Sepulchre, Optimization Algorithms on Matrix Manifolds, section 3.6.1',
})
