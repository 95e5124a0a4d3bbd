import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Rows become columns and rows again.
 */
export default defineIdentity(manifest, {
  phase: ['isolate', 'simplify'],
  on: 'transpose',
  statement: "X'' -> X",
  where: { X: 'matrix(m,n)' },
  title: "X'' = X",
  source: 'by definition',
})
