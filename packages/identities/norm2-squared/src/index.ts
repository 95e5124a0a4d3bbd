import {
  defineIdentity,
  flip,
  isColumn,
  isInteger,
  isRow,
  isScalar,
  multiplyRational,
  norm2Operator,
  number,
  numberOf,
  power,
  product,
  rational,
  trace,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Differentiating the inner product needs no square root and holds at 0 too. What is left of a norm after that has no
 * root either, where that is shorter: x*x'/norm2(x)^2 is x*x'/(x'*x).
 */
export default defineIdentity(manifest, {
  phase: ['prepare', 'simplify'],
  on: 'power',
  statement: ["norm2(x)^2 = x'*x", "norm2(X)^2 = tr(X'*X)", "norm2(x)^-4 = (x'*x)^-2"],
  where: { x: 'vector(n)', X: 'matrix(m,n)' },
  title: '‖x‖² = x′x',
  source: 'Matrix Cookbook (2012), eq. 524 and 537',
  apply: (node, { store }) => {
    const [norm, exponent] = node.operands
    const value = numberOf(exponent)
    if (norm.operator !== norm2Operator || value === undefined) return undefined
    const half = multiplyRational(value, rational(1, 2))
    if (!isInteger(half)) return undefined
    const [x] = norm.operands
    if (isScalar(x.shape)) return power(store, x, exponent)
    const square = isRow(x.shape) ? product(store, [x, flip(store, x)]) : product(store, [flip(store, x), x])
    const total = isColumn(x.shape) || isRow(x.shape) ? square : trace(store, square)
    return power(store, total, number(store, half))
  },
})
