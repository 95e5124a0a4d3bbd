import { defineIdentity, isZeroExpression, ones } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * x^0 = 1 for every entry.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'hadamard-power',
  statement: 'X.^0 = ones(m,n)',
  where: { X: 'matrix(m,n)' },
  title: 'the entrywise power 0 is all ones',
  source: 'by definition',
  apply: ({ operands: [, exponent], shape }, { store }) =>
    isZeroExpression(exponent) ? ones(store, shape) : undefined,
})
