import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * What is skew in a gradient has inner product 0 with every symmetric direction.
 */
export default defineIdentity(manifest, {
  phase: 'structure',
  on: 'projected symmetric',
  statement: ["tr(N*d(X)) = tr(1/2*(N + N')*d(X))", 'vec(d(X)) = 1/2*(eye(n*n) + commutation(n,n))*vec(d(X))'],
  where: { N: 'matrix(n)', X: 'matrix(n) symmetric' },
  title: 'symmetric X: only the symmetric part of a gradient counts',
  source: 'Magnus and Neudecker, Matrix Differential Calculus, section 3.7',
})
