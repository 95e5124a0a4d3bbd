import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * I*I = I.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'inv',
  statement: 'inv(eye(n)) -> eye(n)',
  where: {},
  title: 'the identity is its own inverse',
  source: 'by definition',
})
