import {
  certainties,
  type Expression,
  Fact,
  factorsOf,
  flip,
  has,
  isColumn,
  isInteger,
  isNegative,
  isOne,
  isRow,
  isScalar,
  isZeroExpression,
  multiplyRational,
  number,
  numberOf,
  type Operator,
  one,
  ones,
  product,
  productOperator,
  type RewriteContext,
  rational,
  type Store,
  sum,
} from '@matrix-derive/core'
import { norm2Operator, powerOperator, sqrtOperator } from '@matrix-derive/operators'

/** A factor as a power of something that may stand in other factors, too. */
interface Power {
  readonly base: Expression
  readonly exponent: Expression
  /** The root of the base, where it was written as one: sqrt(x), or the norm of x where the base is x'*x. */
  readonly root?: Expression
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
 * Factors with all powers of one base made one, square roots, norms and whole powers of products among them: x/sqrt(x) is
 * sqrt(x), and x'*x/norm2(x) is norm2(x).
 * @param power the operator of powers of such factors
 * @param times that of their products
 * @returns undefined where no base stands in two of them
 */
export function mergePowers(
  store: Store,
  factors: readonly Expression[],
  power: Operator,
  times: Operator,
): MergedPowers | undefined {
  const isPlain = ({ operator }: Expression) =>
    operator !== power && operator !== sqrtOperator && operator !== norm2Operator
  if (factors.every(isPlain) && new Set(factors).size === factors.length) return undefined
  // A root with a named exponent is no power of what is under it, so that its other powers stay powers of the root.
  const isNamed = ({ operator, operands }: Expression) => operator === power && numberOf(operands[1]) === undefined
  const roots = new Set(factors.filter(isNamed).map(({ operands: [base] }) => base))
  const groups = new Map<Expression, Power[]>()
  for (const each of factors.flatMap(factor => powersIn(store, factor, power, times, roots))) {
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
      const root = powers.find(each => each.root)?.root
      const exponent = sum(
        store,
        powers.map(each => each.exponent),
      )
      return raised(store, power, base, exponent, root)
    }),
    cancelled: all.flatMap(([base, powers]) => (powers.length > 1 && powers.some(isDivisor) ? [base] : [])),
  }
}

function raised(
  store: Store,
  power: Operator,
  base: Expression,
  exponent: Expression,
  root: Expression | undefined,
): Expression {
  if (isZeroExpression(exponent)) return ones(store, base.shape)
  const plain = store.apply(power, [base, exponent])
  const value = numberOf(exponent)
  if (root === undefined || value === undefined) return plain
  const ofRoot = () => store.apply(power, [root, number(store, multiplyRational(value, rational(2)))])
  // A norm is as good as what it is the root of, and sqrt(x)^3 is x^(3/2).
  if (root.operator === norm2Operator) return value.denominator === 2n || ofRoot().cost < plain.cost ? ofRoot() : plain
  return value.denominator === 2n && value.numerator ** 2n === 1n ? ofRoot() : plain
}

function powersIn(
  store: Store,
  factor: Expression,
  power: Operator,
  times: Operator,
  roots: ReadonlySet<Expression>,
): Power[] {
  const [base, exponent] = factor.operator === power ? factor.operands : [factor, number(store, one)]
  const value = numberOf(exponent)
  const squared = value === undefined || roots.has(base) ? undefined : underRoot(store, base)
  if (squared !== undefined) {
    const halved = number(store, multiplyRational(half, value!))
    return [{ base: squared, exponent: halved, root: base, whole: factor }]
  }
  const isWhole = value !== undefined && isInteger(value)
  const parts = factor.operator === power && isWhole && base.operator === times ? numbersOf(store, base) : []
  if (parts.length < 2) return [{ base, exponent, whole: factor }]
  return parts.flatMap(part => {
    // A part may be the power of a product itself, as in (a/(s*t))^2.
    const inner = powersIn(store, part, power, times, roots).map(each => ({ ...each, first: numberOf(each.exponent) }))
    // (x^a)^k with an a that is no number stays as it is.
    if (inner.some(({ first }) => first === undefined)) return [{ base: part, exponent }]
    return inner.map(({ base, root, first }) => {
      return { base, ...(root && { root }), exponent: number(store, multiplyRational(first!, value!)) }
    })
  })
}

/** What a square root or the norm of a vector is the root of; undefined for anything else. */
export function underRoot(store: Store, { operator, operands: [x] }: Expression): Expression | undefined {
  if (operator === sqrtOperator) return x
  if (operator !== norm2Operator || isScalar(x.shape)) return undefined
  if (isColumn(x.shape)) return product(store, [flip(store, x), x])
  return isRow(x.shape) ? product(store, [x, flip(store, x)]) : undefined
}

/** The factors of a product that change places, a chain that is a number as one of them; none where there are others. */
function numbersOf(store: Store, base: Expression): readonly Expression[] {
  if (base.operator !== productOperator) return base.operands
  const { coefficient, scalars, chain, differentials } = factorsOf(base)
  if (!isOne(coefficient) || differentials.length > 0) return []
  if (chain.length === 0) return scalars
  return isScalar(base.shape) ? [...scalars, product(store, chain)] : []
}

/**
 * Records what a*x^(a - 1) relies on: x to a power that is no integer is a number only where x is positive, and with an a
 * below 1 it divides by x.
 * @param nonzero the word for that none of x may be 0
 */
export function assumePowerRule(
  base: Expression,
  exponent: Expression,
  nonzero: string,
  { assume }: RewriteContext,
): void {
  const value = numberOf(exponent)
  const isWhole = value === undefined ? has(exponent.facts, Fact.integer) : isInteger(value)
  if (!isWhole) assume('positive', base)
  else if (value === undefined ? certainties()(exponent).entries.lower < 1 : isNegative(value)) assume(nonzero, base)
}

/** A scalar as the whole power of something. */
export interface WholePower {
  readonly base: Expression
  readonly exponent: bigint
}

/** A scalar as a whole power, anything that is none as the first power of itself. */
export function wholePower(scalar: Expression): WholePower {
  const [base, exponent] = scalar.operator === powerOperator ? scalar.operands : [scalar]
  const value = exponent && numberOf(exponent)
  if (value === undefined || !isInteger(value) || !isScalar(scalar.shape)) return { base: scalar, exponent: 1n }
  return { base, exponent: value.numerator }
}

/** Scalars as whole powers, those of a product as powers of its factors: 1/(a*b) is 1/a and 1/b. */
export function wholePowers(store: Store, scalars: readonly Expression[]): WholePower[] {
  return scalars.flatMap(scalar => {
    const { base, exponent } = wholePower(scalar)
    const parts = base.operator === productOperator ? numbersOf(store, base) : []
    if (parts.length < 2) return [{ base, exponent }]
    return wholePowers(store, parts).map(part => ({ ...part, exponent: part.exponent * exponent }))
  })
}

/** The power as an expression. */
export function toWholePower(store: Store, { base, exponent }: WholePower): Expression {
  return exponent === 1n ? base : store.apply(powerOperator, [base, number(store, rational(exponent))])
}
