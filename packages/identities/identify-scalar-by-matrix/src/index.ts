import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * The differential is the best linear approximation, and a linear map has one matrix: what stands before the
 * bare differential is the derivative.
 */
export default defineIdentity(manifest, {
  phase: 'identify',
  on: 'scalar by matrix',
  statement: 'd(l(X)) = tr(D(l)(X)*d(X))',
  where: { l: 'function(matrix(m,n)) -> scalar', X: 'matrix(m,n)' },
  title: 'read off dy = tr(G*dX) (3)',
  source: 'Matrix calculus via differentials, eq. (3)',
  apply: () => undefined,
})
