import {
  defineIdentity,
  dimensionParts,
  type Expression,
  entrySum,
  entrySumOperator,
  factorsOf,
  frontOf,
  holdsDifferential,
  isInteger,
  isOne,
  mean,
  meanOperator,
  multiplyDimensions,
  multiplyRational,
  product,
  rational,
  size,
  toWholePower,
  type WholePower,
  wholePowers,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Whichever is shorter: sum(x)/n is mean(x), and n*mean(x) is sum(x).
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'times',
  statement: ['sum(X)/(m*n) = mean(X)', 'm*n*mean(X) = sum(X)'],
  where: { X: 'matrix(m,n)' },
  title: 'the mean is the sum over the number of entries',
  source: 'by definition',
  apply: (node, { store }) => {
    if (holdsDifferential(node)) return undefined
    const parts = factorsOf(node)
    const powers = wholePowers(store, parts.scalars)
    const at = powers.findIndex(
      ({ base: { operator }, exponent }) =>
        exponent === 1n && (operator === entrySumOperator || operator === meanOperator),
    )
    if (at === -1) return undefined
    const { base } = powers[at]
    const [x] = base.operands
    const isMean = base.operator === meanOperator
    const { factor, names } = dimensionParts(multiplyDimensions(x.shape.rows, x.shape.cols))
    const sign = isMean ? -1n : 1n
    let left: WholePower[] | undefined = powers.toSpliced(at, 1)
    for (const name of names) left = without(left, size(store, name), sign)
    const coefficient = multiplyRational(parts.coefficient, isMean ? rational(1, factor) : rational(factor))
    const isWhole = isOne(rational(factor)) || isInteger(coefficient)
    if (left === undefined || !isWhole) return undefined
    const other = isMean ? entrySum(store, x) : mean(store, x)
    const scalars = [
      ...left.slice(0, at).map(power => toWholePower(store, power)),
      other,
      ...left.slice(at).map(power => toWholePower(store, power)),
    ]
    return product(store, [...frontOf(store, { ...parts, coefficient, scalars }), ...parts.chain])
  },
})

/** The powers with one factor less of this base, or of what divides by it; undefined where there is none. */
function without(powers: readonly WholePower[] | undefined, base: Expression, sign: bigint): WholePower[] | undefined {
  const at = powers?.findIndex(power => power.base === base && power.exponent * sign < 0n) ?? -1
  if (powers === undefined || at === -1) return undefined
  const exponent = powers[at].exponent + sign
  return powers.toSpliced(at, 1, ...(exponent === 0n ? [] : [{ base, exponent }]))
}
