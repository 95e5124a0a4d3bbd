import { defineIdentity, Fact, has, negate } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * That is what skew means.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'transpose',
  statement: "X' -> -X",
  where: { X: 'matrix(n) skew' },
  title: "skew: X' = -X",
  source: 'by definition',
  apply: ({ operands: [x] }, { store }) => (has(x.facts, Fact.skew) ? negate(store, x) : undefined),
})
