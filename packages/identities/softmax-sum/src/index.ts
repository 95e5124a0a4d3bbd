import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Each is divided by their sum.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'sum',
  statement: ['sum(softmax(x)) -> 1', 'sum(softmax(r)) -> 1'],
  where: { x: 'vector(n)', r: 'rowvector(n)' },
  title: 'probabilities add up to 1',
  source: 'by definition',
})
