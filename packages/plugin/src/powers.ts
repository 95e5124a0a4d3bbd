import {
  type Expression,
  factorsOf,
  isInteger,
  isNegative,
  isOne,
  isZeroExpression,
  minusOne,
  multiplyRational,
  number,
  numberOf,
  type Operator,
  one,
  ones,
  productOperator,
  rational,
  type Store,
  sum,
} from '@matrix-derive/core'
import { sqrtOperator } from '@matrix-derive/operators'

/** A factor as a power of something that may stand in other factors, too. */
interface Power {
  readonly base: Expression
  readonly exponent: Expression
  /** It was written as a square root. */
  readonly isRoot: boolean
  /** The factor, where it is this power alone. */
  readonly whole?: Expression
}

/** The powers of one base that several factors have, and what they are together. */
export interface MergedPowers {
  readonly factors: readonly Expression[]
  /** Bases that cancelled somewhere: they must not be 0. */
  readonly cancelled: readonly Expression[]
}

const half = rational(1, 2)

/**
 * Factors with all powers of one base made one, square roots and whole powers of products among them: x/sqrt(x) is sqrt(x).
 * @param power the operator of powers of such factors
 * @param product that of their products
 * @returns undefined where no base stands in two of them
 */
export function mergePowers(
  store: Store,
  factors: readonly Expression[],
  power: Operator,
  product: Operator,
): MergedPowers | undefined {
  const groups = new Map<Expression, Power[]>()
  for (const each of factors.flatMap(factor => powersIn(store, factor, power, product))) {
    groups.set(each.base, [...(groups.get(each.base) ?? []), each])
  }
  const all = [...groups]
  if (all.every(([, powers]) => powers.length === 1)) return undefined
  const isDivisor = ({ exponent }: Power) => {
    const value = numberOf(exponent)
    return value !== undefined && isNegative(value)
  }
  return {
    factors: all.map(([base, powers]) => {
      const [first] = powers
      if (powers.length === 1 && first.whole !== undefined) return first.whole
      const isRoot = powers.some(each => each.isRoot)
      const exponent = sum(
        store,
        powers.map(each => each.exponent),
      )
      return raised(store, power, base, exponent, isRoot)
    }),
    cancelled: all.flatMap(([base, powers]) => (powers.length > 1 && powers.some(isDivisor) ? [base] : [])),
  }
}

function raised(store: Store, power: Operator, base: Expression, exponent: Expression, isRoot: boolean): Expression {
  if (isZeroExpression(exponent)) return ones(store, base.shape)
  const value = numberOf(exponent)
  if (!isRoot || value?.denominator !== 2n || value.numerator ** 2n !== 1n) return store.apply(power, [base, exponent])
  const root = store.apply(sqrtOperator, [base])
  return isNegative(value) ? store.apply(power, [root, number(store, minusOne)]) : root
}

function powersIn(store: Store, factor: Expression, power: Operator, product: Operator): Power[] {
  const [base, exponent] = factor.operator === power ? factor.operands : [factor, number(store, one)]
  const value = numberOf(exponent)
  if (base.operator === sqrtOperator && value !== undefined) {
    const halved = number(store, multiplyRational(half, value))
    return [{ base: base.operands[0], exponent: halved, isRoot: true, whole: factor }]
  }
  const isWhole = value !== undefined && isInteger(value)
  if (factor.operator !== power || !isWhole || base.operator !== product || !isProductOfNumbers(base)) {
    return [{ base, exponent, isRoot: false, whole: factor }]
  }
  return base.operands.flatMap(part => {
    // A part may be the power of a product itself, as in (a/(s*t))^2.
    const inner = powersIn(store, part, power, product).map(each => ({ ...each, first: numberOf(each.exponent) }))
    // (x^a)^k with an a that is no number stays as it is.
    if (inner.some(({ first }) => first === undefined)) return [{ base: part, exponent, isRoot: false }]
    return inner.map(({ base, isRoot, first }) => {
      return { base, isRoot, exponent: number(store, multiplyRational(first!, value)) }
    })
  })
}

/** Without a number in front, and of factors that change places. */
function isProductOfNumbers(base: Expression): boolean {
  if (base.operator !== productOperator) return true
  const { coefficient, chain } = factorsOf(base)
  return isOne(coefficient) && chain.length === 0
}
