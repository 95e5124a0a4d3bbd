import {
  defineIdentity,
  type Expression,
  eye,
  factorsOf,
  frontOf,
  inverse,
  inverseOperator,
  isInteger,
  isSquare,
  number,
  numberOf,
  power,
  powerOperator,
  product,
  rational,
  rationalToNumber,
  type Store,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * A matrix commutes with its own powers; X^-n counts as the n-th power of the inverse.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'times',
  statement: 'X^2*X -> X^3',
  where: { X: 'matrix(n)' },
  title: 'powers of one matrix are one power',
  source: 'by definition',
  apply: (node, { store, assume }) => {
    const parts = factorsOf(node)
    for (let i = 0; i + 1 < parts.chain.length; i++) {
      const [left, right] = [asPower(parts.chain[i]), asPower(parts.chain[i + 1])]
      if (left === undefined || right === undefined || left.base !== right.base) continue
      const { base } = left
      const exponent = left.exponent + right.exponent
      if (left.exponent < 0 || right.exponent < 0) assume('invertible', base)
      const merged = exponent === 0 ? eye(store, base.shape.rows) : powerOf(store, base, exponent)
      return product(store, [...frontOf(store, parts), ...parts.chain.slice(0, i), merged, ...parts.chain.slice(i + 2)])
    }
    return undefined
  },
})

/** A square matrix as base^n with a number n; undefined for a symbolic exponent. */
function asPower(x: Expression): { base: Expression; exponent: number } | undefined {
  if (!isSquare(x.shape)) return undefined
  if (x.operator === inverseOperator) {
    const inner = asPower(x.operands[0])
    return inner && { base: inner.base, exponent: -inner.exponent }
  }
  if (x.operator !== powerOperator) return { base: x, exponent: 1 }
  const value = numberOf(x.operands[1])
  const inner = asPower(x.operands[0])
  if (value === undefined || inner === undefined || !isInteger(value)) return undefined
  return { base: inner.base, exponent: inner.exponent * rationalToNumber(value) }
}

function powerOf(store: Store, base: Expression, exponent: number): Expression {
  const positive = power(store, base, number(store, rational(Math.abs(exponent))))
  return exponent > 0
    ? positive
    : exponent === -1
      ? inverse(store, base)
      : power(store, inverse(store, base), number(store, rational(-exponent)))
}
