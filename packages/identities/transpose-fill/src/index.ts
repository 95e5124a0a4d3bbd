import { defineIdentity, fill, fillOperator, transposedShape } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Every entry is the same.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'transpose',
  statement: "ones(m,n)' -> ones(n,m)",
  where: {},
  title: 'equal entries: only the shape turns',
  source: 'by definition',
  apply: ({ operands: [x] }, { store }) =>
    x.operator === fillOperator ? fill(store, x.operands[0], transposedShape(x.shape)) : undefined,
})
