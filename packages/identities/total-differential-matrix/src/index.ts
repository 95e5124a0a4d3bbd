import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * The total differential is the sum of the changes that each variable causes alone.
 */
export default defineIdentity(manifest, {
  phase: 'identify',
  on: 'matrix by scalars',
  statement: 'd(F(x,y,z)) = D(F,1)(x,y,z)*d(x) + D(F,2)(x,y,z)*d(y) + D(F,3)(x,y,z)*d(z)',
  where: { F: 'function(scalar, scalar, scalar) -> matrix(m,n)', x: 'scalar', y: 'scalar', z: 'scalar' },
  title: 'read off each term of dF (27)',
  source: 'Matrix calculus via differentials, eq. (27)',
  apply: () => undefined,
})
