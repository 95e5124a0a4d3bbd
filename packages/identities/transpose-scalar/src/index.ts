import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * A 1×1 matrix has nothing to move.
 */
export default defineIdentity(manifest, {
  phase: ['simplify', 'isolate'],
  on: 'transpose',
  statement: "a' -> a",
  where: { a: 'scalar' },
  title: 'a number is its own transpose',
  source: 'by definition',
})
