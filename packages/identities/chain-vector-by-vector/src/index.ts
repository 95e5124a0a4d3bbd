import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * The differential has the same form whether y is a variable or depends on others.
 */
export default defineIdentity(manifest, {
  phase: 'chain',
  on: 'vector by vector',
  statement: 'd(h(y)) = D(h)(y)*d(y)',
  where: { h: 'function(vector(m)) -> vector(n)', y: 'vector(m)' },
  title: 'through y: df = (∂f/∂y) dy (5), (23)',
  source: 'Matrix calculus via differentials, eq. (5) and (23)',
  apply: () => undefined,
})
