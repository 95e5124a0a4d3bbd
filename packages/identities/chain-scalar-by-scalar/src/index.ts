import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * The differential has the same form whether y is a variable or depends on others.
 */
export default defineIdentity(manifest, {
  phase: 'chain',
  on: 'scalar by scalar',
  statement: 'd(l(y)) = D(l)(y)*d(y)',
  where: { l: 'function(scalar) -> scalar', y: 'scalar' },
  title: 'through y: df = (∂f/∂y) dy (1), (21)',
  source: 'Matrix calculus via differentials, eq. (1) and (21)',
  apply: () => undefined,
})
