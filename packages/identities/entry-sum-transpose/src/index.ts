import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * The same entries in another place.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: ['sum', 'mean'],
  statement: ["sum(X') -> sum(X)", "mean(X') -> mean(X)"],
  where: { X: 'matrix(m,n)' },
  title: 'a transpose keeps the entries',
  source: 'by definition',
})
