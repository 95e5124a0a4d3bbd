import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * The differential is the best linear approximation, and a linear map has one matrix: what stands before the
 * bare differential is the derivative.
 */
export default defineIdentity(manifest, {
  phase: 'identify',
  on: 'vector by scalar',
  statement: 'd(h(x)) = D(h)(x)*d(x)',
  where: { h: 'function(scalar) -> vector(m)', x: 'scalar' },
  title: 'read off dy = (dy/dx) dx (4)',
  source: 'Matrix calculus via differentials, eq. (4)',
  apply: () => undefined,
})
