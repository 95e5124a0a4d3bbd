import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * The differential is the best linear approximation, and a linear map has one matrix: what stands before the
 * bare differential is the derivative.
 */
export default defineIdentity(manifest, {
  phase: 'identify',
  on: 'scalar by scalar',
  statement: 'd(l(x)) = D(l)(x)*d(x)',
  where: { l: 'function(scalar) -> scalar', x: 'scalar' },
  title: 'read off dy = (dy/dx) dx (1)',
  source: 'Matrix calculus via differentials, eq. (1)',
  apply: () => undefined,
})
