import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * The total differential is the sum of the changes that each variable causes alone.
 */
export default defineIdentity(manifest, {
  phase: 'identify',
  on: 'vector by several',
  statement: 'd(f(x,y)) = D(f,1)(x,y)*d(x) + D(f,2)(x,y)*d(y)',
  where: { f: 'function(scalar, vector(k)) -> vector(m)', x: 'scalar', y: 'vector(k)' },
  title: 'read off each term of df (26)',
  source: 'Matrix calculus via differentials, eq. (26)',
  apply: () => undefined,
})
