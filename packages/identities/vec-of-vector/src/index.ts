import { defineIdentity, flip, isColumn, isRow, isScalar } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * There is only one column to stack.
 */
export default defineIdentity(manifest, {
  phase: ['isolate', 'simplify'],
  on: 'vec',
  statement: ['vec(x) -> x', "vec(x') -> x"],
  where: { x: 'vector(n)' },
  title: 'a column is its own vec',
  source: 'by definition',
  apply: ({ operands: [x] }, { store }) => {
    if (isColumn(x.shape) || isScalar(x.shape)) return x
    return isRow(x.shape) ? flip(store, x) : undefined
  },
})
