import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Q'Q = I says so.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'inv',
  statement: "inv(Q) -> Q'",
  where: { Q: 'matrix(n) orthogonal' },
  title: "orthogonal: inv(Q) = Q'",
  source: 'by definition',
})
