import {
  defineIdentity,
  type Expression,
  factorsOf,
  isInteger,
  isNegative,
  number,
  numberOf,
  powerOperator,
  product,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * x/s rather than s^-1 x.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'times',
  statement: 's^-1*a -> a/s',
  where: { a: 'scalar', s: 'scalar' },
  title: 'numbers commute: divisors come last',
  source: 'by definition',
  apply: (node, { store }) => {
    const { coefficient, scalars, chain, differentials } = factorsOf(node)
    const divisors = scalars.filter(isDivisor)
    if (divisors.length === 0) return undefined
    const others = scalars.filter(scalar => !isDivisor(scalar))
    return product(store, [number(store, coefficient), ...others, ...divisors, ...chain, ...differentials])
  },
})

function isDivisor({ operator, operands }: Expression): boolean {
  if (operator !== powerOperator) return false
  const exponent = numberOf(operands[1])
  return exponent !== undefined && isNegative(exponent) && isInteger(exponent)
}
