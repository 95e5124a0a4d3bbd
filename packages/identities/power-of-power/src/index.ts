import {
  defineIdentity,
  isInteger,
  isScalar,
  multiplyRational,
  number,
  numberOf,
  powerOperator,
  rational,
  sqrtOperator,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * For whole numbers outside: (x^2)^(1/2) is |x|.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: ['power', 'hadamard-power'],
  statement: ['(x^(1/3))^2 -> x^(2/3)', 'sqrt(x)^2 -> x', '(X.^(1/3)).^2 -> X.^(2/3)', 'sqrt(X).^2 -> X'],
  where: { x: 'scalar', X: 'matrix(m,n)' },
  title: 'the power of a power',
  source: 'by definition',
  apply: ({ operator, operands: [inner, exponent] }, { store }) => {
    const outer = numberOf(exponent)
    if (outer === undefined || !isInteger(outer)) return undefined
    // The power of a matrix is none of its entries.
    if (operator === powerOperator && !isScalar(inner.shape)) return undefined
    if (inner.operator === sqrtOperator && outer.numerator % 2n === 0n) {
      const [x] = inner.operands
      return store.apply(operator, [x, number(store, multiplyRational(outer, rational(1, 2)))])
    }
    const [x, first] = inner.operator === operator ? inner.operands : []
    const power = first && numberOf(first)
    return power && store.apply(operator, [x, number(store, multiplyRational(outer, power))])
  },
})
