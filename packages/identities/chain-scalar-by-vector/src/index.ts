import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * The differential has the same form whether y is a variable or depends on others (Cauchy’s rule of invariance),
 * so f is expanded in y first, and y afterwards.
 */
export default defineIdentity(manifest, {
  phase: 'chain',
  on: 'scalar by vector',
  statement: 'd(l(y)) = D(l)(y)*d(y)',
  where: { l: 'function(vector(m)) -> scalar', y: 'vector(m)' },
  title: 'through y: df = (∂f/∂y) dy (2), (20)',
  source: 'Matrix calculus via differentials, eq. (2) and (20)',
  apply: () => undefined,
})
