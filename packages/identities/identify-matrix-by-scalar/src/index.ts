import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * The differential is the best linear approximation, and a linear map has one matrix: what stands before the
 * bare differential is the derivative.
 */
export default defineIdentity(manifest, {
  phase: 'identify',
  on: 'matrix by scalar',
  statement: 'd(H(x)) = D(H)(x)*d(x)',
  where: { H: 'function(scalar) -> matrix(m,n)', x: 'scalar' },
  title: 'read off dY = (dY/dx) dx (6)',
  source: 'Matrix calculus via differentials, eq. (6)',
  apply: () => undefined,
})
