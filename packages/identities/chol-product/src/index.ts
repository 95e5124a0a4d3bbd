import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * That is what the factor is.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'times',
  statement: "chol(S)*chol(S)' -> S",
  where: { S: 'spd(n)' },
  title: "chol(S)*chol(S)' = S",
  source: 'by definition',
})
