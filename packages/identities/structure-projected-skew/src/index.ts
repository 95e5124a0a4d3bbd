import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * What is symmetric in a gradient has inner product 0 with every skew direction.
 */
export default defineIdentity(manifest, {
  phase: 'structure',
  on: 'projected skew',
  statement: ["tr(N*d(X)) = tr(1/2*(N - N')*d(X))", 'vec(d(X)) = 1/2*(eye(n*n) - commutation(n,n))*vec(d(X))'],
  where: { N: 'matrix(n)', X: 'matrix(n) skew' },
  title: 'skew X: only the skew part of a gradient counts',
  source: 'Magnus and Neudecker, Matrix Differential Calculus, section 3.7',
})
