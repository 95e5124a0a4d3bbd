import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * The total differential is the sum of the changes that each variable causes alone, each in the linear form of
 * its kind.
 */
export default defineIdentity(manifest, {
  phase: 'identify',
  on: 'scalar by several',
  statement: 'd(f(x,y,Z)) = D(f,1)(x,y,Z)*d(x) + D(f,2)(x,y,Z)*d(y) + tr(D(f,3)(x,y,Z)*d(Z))',
  where: { f: 'function(scalar, vector(k), matrix(m,n)) -> scalar', x: 'scalar', y: 'vector(k)', Z: 'matrix(m,n)' },
  title: 'read off each term of df (25)',
  source: 'Matrix calculus via differentials, eq. (25)',
  apply: () => undefined,
})
