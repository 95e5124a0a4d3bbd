import {
  defineIdentity,
  differential,
  type Expression,
  factorsOf,
  frontOf,
  isNegative,
  isOne,
  minusOne,
  negateRational,
  number,
  numberOf,
  power,
  powerOperator,
  product,
  type Store,
  sum,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Of a quotient that has a name: d(r) is (d(X) - r*d(a))/a. Without a name it is shorter as a product.
 */
export default defineIdentity(manifest, {
  phase: 'differential',
  on: 'times',
  statement: ['d(X*Y*Z/a) = (d(X*Y*Z) - X*Y*Z/a*d(a))/a', 'd(X/a) = (d(X) - X/a*d(a))/a'],
  where: { X: 'matrix(m,n) dependent', a: 'scalar dependent nonzero', Y: 'matrix(n,k)', Z: 'matrix(k,l)' },
  title: 'quotient rule',
  source: 'Magnus and Neudecker, Matrix Differential Calculus, section 1.4',
  apply: ({ operands: [quotient] }, { store, depends, name, assume }) => {
    const parts = factorsOf(quotient)
    const divisors = parts.scalars.filter(scalar => isDivisor(scalar) && depends(scalar))
    if (divisors.length === 0) return undefined
    const others = parts.scalars.filter(scalar => !divisors.includes(scalar))
    const above = product(store, [...frontOf(store, { ...parts, scalars: others }), ...parts.chain])
    if (!depends(above)) return undefined
    const below = product(
      store,
      divisors.map(divisor => inverted(store, divisor)),
    )
    for (const { operands } of divisors) assume('nonzero', operands[0])
    const change = [
      differential(store, above),
      product(store, [number(store, minusOne), name ?? quotient, differential(store, below)]),
    ]
    return product(store, [power(store, below, number(store, minusOne)), sum(store, change)])
  },
})

/** A scalar to a negative number. */
function isDivisor({ operator, operands }: Expression): boolean {
  const exponent = operator === powerOperator ? numberOf(operands[1]) : undefined
  return exponent !== undefined && isNegative(exponent)
}

function inverted(store: Store, { operands: [base, exponent] }: Expression): Expression {
  const above = negateRational(numberOf(exponent)!)
  return isOne(above) ? base : power(store, base, number(store, above))
}
