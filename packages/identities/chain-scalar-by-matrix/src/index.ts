import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * The differential has the same form whether Y is a variable or depends on others.
 */
export default defineIdentity(manifest, {
  phase: 'chain',
  on: 'scalar by matrix',
  statement: 'd(l(Y)) = tr(D(l)(Y)*d(Y))',
  where: { l: 'function(matrix(m,n)) -> scalar', Y: 'matrix(m,n)' },
  title: 'through Y: df = tr((∂f/∂Y) dY) (3), (22)',
  source: 'Matrix calculus via differentials, eq. (3) and (22)',
  apply: () => undefined,
})
