import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Cauchy’s rule of invariance: the differential has the same form whether its argument is a variable or an
 * intermediate.
 */
export default defineIdentity(manifest, {
  phase: 'chain',
  on: 'any',
  statement: 'vec(d(H(Y))) = D(H)(Y)*vec(d(Y))',
  where: { H: 'function(matrix(m,n)) -> matrix(p,q)', Y: 'matrix(m,n)' },
  title: 'through an intermediate: the differential keeps its form',
  source: 'Matrix calculus via differentials, eq. (20) to (23)',
  apply: () => undefined,
})
