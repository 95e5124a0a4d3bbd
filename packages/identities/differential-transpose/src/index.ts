import { defineIdentity, differentialOfLinear } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * The transpose only moves entries.
 */
export default defineIdentity(manifest, {
  phase: 'differential',
  on: 'transpose',
  statement: "d(X') = d(X)'",
  where: { X: 'matrix(m,n)' },
  title: 'transpose and differential commute (15)',
  source: 'Matrix calculus via differentials, eq. (15)',
  apply: differentialOfLinear,
})
