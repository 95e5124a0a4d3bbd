import {
  defineIdentity,
  flip,
  isColumn,
  isNumber,
  isRow,
  isScalar,
  norm2Operator,
  power,
  product,
  rational,
  trace,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Differentiating the inner product needs no square root and holds at 0 too.
 */
export default defineIdentity(manifest, {
  phase: 'prepare',
  on: 'power',
  statement: ["norm2(x)^2 = x'*x", "norm2(X)^2 = tr(X'*X)"],
  where: { x: 'vector(n)', X: 'matrix(m,n)' },
  title: '‖x‖² = x′x',
  source: 'Matrix Cookbook (2012), eq. 524 and 537',
  apply: (node, { store }) => {
    const [norm, exponent] = node.operands
    if (norm.operator !== norm2Operator || !isNumber(exponent, rational(2))) return undefined
    const [x] = norm.operands
    if (isScalar(x.shape)) return power(store, x, exponent)
    if (isRow(x.shape)) return product(store, [x, flip(store, x)])
    const square = product(store, [flip(store, x), x])
    return isColumn(x.shape) ? square : trace(store, square)
  },
})
