import {
  defineIdentity,
  type Expression,
  fill,
  hadamard,
  hadamardPower,
  hadamardPowerOperator,
  isNegative,
  isOnes,
  isZeroExpression,
  number,
  numberOf,
  one,
  sum,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Entry by entry x^a x^b = x^(a+b).
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'hadamard',
  statement: 'X.^a .* X.^b -> X.^(a + b)',
  where: { X: 'matrix(m,n) nonzero', a: 'scalar', b: 'scalar' },
  title: 'entrywise powers are one power',
  source: 'by definition',
  apply: (node, { store, assume }) => {
    const exponents = new Map<Expression, Expression[]>()
    for (const factor of node.operands) {
      const [base, exponent] =
        factor.operator === hadamardPowerOperator ? factor.operands : [factor, number(store, one)]
      exponents.set(base, [...(exponents.get(base) ?? []), exponent])
    }
    // Ones are no powers: see hadamard-ones.
    if (exponents.size === node.operands.length || node.operands.some(isOnes)) return undefined
    const merged = [...exponents].map(([base, all]) => {
      if (all.length > 1 && all.some(isNegativeNumber)) assume('nonzero entries', base)
      const exponent = sum(store, all)
      return isZeroExpression(exponent)
        ? fill(store, number(store, one), base.shape)
        : hadamardPower(store, base, exponent)
    })
    return hadamard(store, ...merged)
  },
})

function isNegativeNumber(exponent: Expression): boolean {
  const value = numberOf(exponent)
  return value !== undefined && isNegative(value)
}
