import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * That is what symmetric means.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'transpose',
  statement: "X' -> X",
  where: { X: 'matrix(n) symmetric' },
  title: "symmetric: X' = X",
  source: 'by definition',
})
