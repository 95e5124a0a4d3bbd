import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * a_ii = -a_ii.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'tr',
  statement: 'tr(A) -> 0',
  where: { A: 'matrix(n) skew' },
  title: 'skew: tr(A) = 0',
  source: 'by definition',
})
