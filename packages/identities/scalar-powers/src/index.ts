import {
  defineIdentity,
  type Expression,
  factorsOf,
  isNegative,
  isZeroExpression,
  number,
  numberOf,
  one,
  power,
  powerOperator,
  product,
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
    for (const scalar of parts.scalars) {
      const [base, exponent] = scalar.operator === powerOperator ? scalar.operands : [scalar, number(store, one)]
      exponents.set(base, [...(exponents.get(base) ?? []), exponent])
    }
    if (exponents.size === parts.scalars.length) return undefined
    const merged = [...exponents].map(([base, all]) => {
      if (all.length > 1 && all.some(exponent => isNegativeNumber(exponent))) assume('nonzero', base)
      const exponent = sum(store, all)
      return isZeroExpression(exponent) ? number(store, one) : power(store, base, exponent)
    })
    return product(store, [number(store, parts.coefficient), ...merged, ...parts.chain, ...parts.differentials])
  },
})

function isNegativeNumber(exponent: Expression): boolean {
  const value = numberOf(exponent)
  return value !== undefined && isNegative(value)
}
