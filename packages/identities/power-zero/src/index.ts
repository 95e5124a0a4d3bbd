import { defineIdentity, eye, isScalar, isZeroExpression, number, one } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * An empty product.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'power',
  // The language reads x^0 as 1: a power of 0 arises only when an exponent has been simplified to it.
  statement: ['x^(k - k) -> 1', 'X^(k - k) -> eye(n)'],
  where: { x: 'scalar', X: 'matrix(n)', k: 'integer' },
  title: 'the power 0 is 1',
  source: 'by definition',
  apply: ({ operands: [, exponent], shape }, { store }) => {
    if (!isZeroExpression(exponent)) return undefined
    return isScalar(shape) ? number(store, one) : eye(store, shape.rows)
  },
})
