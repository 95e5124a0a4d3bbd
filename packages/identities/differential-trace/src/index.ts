import { defineIdentity, differentialOfLinear } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * The trace is a sum of entries.
 */
export default defineIdentity(manifest, {
  phase: 'differential',
  on: 'tr',
  statement: 'd(tr(X)) = tr(d(X))',
  where: { X: 'matrix(n)' },
  title: 'trace and differential commute (17)',
  source: 'Matrix calculus via differentials, eq. (17)',
  apply: differentialOfLinear,
})
