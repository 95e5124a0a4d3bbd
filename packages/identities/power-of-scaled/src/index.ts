import {
  defineIdentity,
  isInteger,
  isOne,
  isScalar,
  number,
  numberOf,
  power,
  product,
  splitCoefficient,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Numbers and scalars commute.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'power',
  statement: '(2*x)^k = 2^k*x^k',
  where: { x: 'scalar', k: 'integer' },
  title: 'a number comes out of a power',
  source: 'by definition',
  apply: ({ operands: [base, exponent] }, { store }) => {
    const value = numberOf(exponent)
    const { coefficient, rest } = splitCoefficient(store, base)
    if (value === undefined || !isInteger(value) || !isScalar(base.shape) || isOne(coefficient)) return undefined
    return product(store, [power(store, number(store, coefficient), exponent), power(store, rest, exponent)])
  },
})
