import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * The total differential is the sum of the changes that each variable causes alone.
 */
export default defineIdentity(manifest, {
  phase: 'identify',
  on: 'scalar by scalars',
  statement: 'd(f(x,y,z)) = D(f,1)(x,y,z)*d(x) + D(f,2)(x,y,z)*d(y) + D(f,3)(x,y,z)*d(z)',
  where: { f: 'function(scalar, scalar, scalar) -> scalar', x: 'scalar', y: 'scalar', z: 'scalar' },
  title: 'read off each term of df (24)',
  source: 'Matrix calculus via differentials, eq. (24)',
  apply: () => undefined,
})
