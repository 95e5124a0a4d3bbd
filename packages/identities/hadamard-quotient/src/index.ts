import {
  defineIdentity,
  type Expression,
  hadamard,
  hadamardPowerOperator,
  isInteger,
  isNegative,
  numberOf,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * y ./ x rather than (1 ./ x) .* y.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'hadamard',
  statement: '(1 ./ X) .* Y -> Y ./ X',
  where: { X: 'matrix(m,n)', Y: 'matrix(m,n)' },
  title: 'entries commute: divisors come last',
  source: 'by definition',
  apply: ({ operands }, { store }) => {
    const divisors = operands.filter(isDivisor)
    if (divisors.length === 0 || divisors.length === operands.length) return undefined
    return hadamard(store, ...operands.filter(factor => !isDivisor(factor)), ...divisors)
  },
})

function isDivisor({ operator, operands }: Expression): boolean {
  if (operator !== hadamardPowerOperator) return false
  const exponent = numberOf(operands[1])
  return exponent !== undefined && isNegative(exponent) && isInteger(exponent)
}
