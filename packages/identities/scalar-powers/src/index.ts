import {
  defineIdentity,
  type Expression,
  factorsOf,
  isInteger,
  isNegative,
  isOne,
  isZeroExpression,
  number,
  numberOf,
  one,
  power,
  powerOperator,
  product,
  productOperator,
  type Store,
  sum,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * With x^-1 this is cancelling, which needs x to be nonzero.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'times',
  statement: 'x^a*x^b = x^(a + b)',
  where: { x: 'scalar nonzero', a: 'scalar', b: 'scalar' },
  title: 'powers of one number are one power',
  source: 'by definition',
  apply: (node, { store, assume }) => {
    const parts = factorsOf(node)
    const exponents = new Map<Expression, Expression[]>()
    const powers = parts.scalars.flatMap(scalar => powersIn(store, scalar))
    for (const { base, exponent } of powers) exponents.set(base, [...(exponents.get(base) ?? []), exponent])
    if (exponents.size === powers.length) return undefined
    const merged = [...exponents].map(([base, all]) => {
      if (all.length > 1 && all.some(exponent => isNegativeNumber(exponent))) assume('nonzero', base)
      const exponent = sum(store, all)
      return isZeroExpression(exponent) ? number(store, one) : power(store, base, exponent)
    })
    return product(store, [number(store, parts.coefficient), ...merged, ...parts.chain, ...parts.differentials])
  },
})

/** A scalar as base^exponent; (x*y)^k, k a whole number, as x^k and y^k. */
function powersIn(store: Store, scalar: Expression): { base: Expression; exponent: Expression }[] {
  if (scalar.operator !== powerOperator) return [{ base: scalar, exponent: number(store, one) }]
  const [base, exponent] = scalar.operands
  const value = numberOf(exponent)
  const { coefficient, scalars, chain } = factorsOf(base)
  const isProduct = base.operator === productOperator && isOne(coefficient) && chain.length === 0
  if (!isProduct || value === undefined || !isInteger(value)) return [{ base, exponent }]
  return scalars.map(factor => ({ base: factor, exponent }))
}

function isNegativeNumber(exponent: Expression): boolean {
  const value = numberOf(exponent)
  return value !== undefined && isNegative(value)
}
