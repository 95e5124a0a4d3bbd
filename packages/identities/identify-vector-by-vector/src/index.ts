import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * The differential is the best linear approximation, and a linear map has one matrix: what stands before the
 * bare differential is the derivative.
 */
export default defineIdentity(manifest, {
  phase: 'identify',
  on: 'vector by vector',
  statement: 'd(h(x)) = D(h)(x)*d(x)',
  where: { h: 'function(vector(n)) -> vector(m)', x: 'vector(n)' },
  title: 'read off dy = J*dx (5)',
  source: 'Matrix calculus via differentials, eq. (5)',
  apply: () => undefined,
})
