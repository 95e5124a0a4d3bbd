import { cutAtDifferential, defineIdentity, isMatrix, isScalar } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * A 1×1 matrix has one diagonal entry.
 */
export default defineIdentity(manifest, {
  phase: ['isolate', 'simplify'],
  on: 'tr',
  statement: 'tr(a) -> a',
  where: { a: 'scalar' },
  title: 'the trace of a number is the number',
  source: 'by definition',
  apply: ({ operands: [x] }, { store }) => {
    if (!isScalar(x.shape)) return undefined
    const cut = cutAtDifferential(store, x)
    return cut !== undefined && isMatrix(cut.hole.shape) ? undefined : x
  },
})
