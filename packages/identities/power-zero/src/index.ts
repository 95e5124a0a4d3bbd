import { defineIdentity, eye, isScalar, isZeroExpression, number, one } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * An empty product.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'power',
  statement: ['x^0 -> 1', 'X^0 -> eye(n)'],
  where: { x: 'scalar nonzero', X: 'matrix(n)' },
  title: 'the power 0 is 1',
  source: 'by definition',
  apply: ({ operands: [, exponent], shape }, { store }) => {
    if (!isZeroExpression(exponent)) return undefined
    return isScalar(shape) ? number(store, one) : eye(store, shape.rows)
  },
})
