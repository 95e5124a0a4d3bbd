import type { Rational } from '../expression/rational.ts'

/** Where a number lies, or every entry of a matrix. Bounds may be infinite; an infinite bound is open. */
export interface Interval {
  readonly lower: number
  readonly upper: number
  /** Whether the bound itself is left out. */
  readonly lowerOpen: boolean
  readonly upperOpen: boolean
  /** Whether 0 is left out, though it may lie between the bounds. */
  readonly nonzero: boolean
}

/**
 * Bounds are whole multiples of 1/1024 below 65536 in size: floating point adds and multiplies those without rounding.
 * What lies between two of them is rounded outward to an open bound, so that 10⁻⁹ is still more than 0.
 */
const perUnit = 1024
const largest = 65536

interface Bound {
  readonly value: number
  readonly open: boolean
}

const round = (value: number) => Math.floor(value * perUnit) / perUnit

function lowered({ value, open }: Bound): Bound {
  if (value >= largest) return { value: largest, open: open || value > largest }
  if (value < -largest) return { value: Number.NEGATIVE_INFINITY, open: true }
  const rounded = round(value)
  return { value: rounded, open: open || rounded < value }
}

const negated = ({ value, open }: Bound): Bound => ({ value: 0 - value, open })

function interval(lower: Bound, upper: Bound, nonzero = false): Interval {
  const [below, above] = [lowered(lower), negated(lowered(negated(upper)))]
  const isLeftOut = ({ value, open }: Bound) => open || (nonzero && value === 0)
  const isApart = (bound: Bound, side: number) => side * bound.value > 0 || (bound.value === 0 && isLeftOut(bound))
  return {
    lower: below.value,
    lowerOpen: isLeftOut(below),
    upper: above.value,
    upperOpen: isLeftOut(above),
    nonzero: nonzero || isApart(below, 1) || isApart(above, -1),
  }
}

const lowerOf = ({ lower, lowerOpen }: Interval): Bound => ({ value: lower, open: lowerOpen })
const upperOf = ({ upper, upperOpen }: Interval): Bound => ({ value: upper, open: upperOpen })

/** All numbers from `lower` to `upper`, both included where they are finite. */
export function between(lower: number, upper: number): Interval {
  return interval({ value: lower, open: lower === -Infinity }, { value: upper, open: upper === Infinity })
}

export const anywhere = between(-Infinity, Infinity)
export const nonnegative = between(0, Infinity)
export const positive = apartFromZero(nonnegative)

/** The same numbers but 0. */
export function apartFromZero(x: Interval): Interval {
  return interval(lowerOf(x), upperOf(x), true)
}

/** The numbers strictly between the bounds. */
export function inside(x: Interval): Interval {
  return interval({ value: x.lower, open: true }, { value: x.upper, open: true }, x.nonzero)
}

/** The interval of one number. */
export function pointAt({ numerator, denominator }: Rational): Interval {
  const scaled = numerator * BigInt(perUnit)
  const rest = scaled % denominator
  const floor = (scaled - rest) / denominator - (rest < 0n ? 1n : 0n)
  const isExact = rest === 0n
  const lower = { value: Number(floor) / perUnit, open: !isExact }
  const upper = { value: Number(isExact ? floor : floor + 1n) / perUnit, open: !isExact }
  // Between two neighbours there is 0 only where it is one of them.
  return interval(lower, upper, numerator !== 0n)
}

/** Where x is, given that it is in both. */
export function both(x: Interval, y: Interval): Interval {
  const tighter = (a: Bound, b: Bound, side: number) => {
    if (a.value === b.value) return { value: a.value, open: a.open || b.open }
    return side * a.value > side * b.value ? a : b
  }
  return interval(tighter(lowerOf(x), lowerOf(y), 1), tighter(upperOf(x), upperOf(y), -1), x.nonzero || y.nonzero)
}

/** Where x is, given that it is in either. */
export function either(x: Interval, y: Interval): Interval {
  const wider = (a: Bound, b: Bound, side: number) => {
    if (a.value === b.value) return { value: a.value, open: a.open && b.open }
    return side * a.value < side * b.value ? a : b
  }
  return interval(wider(lowerOf(x), lowerOf(y), 1), wider(upperOf(x), upperOf(y), -1), x.nonzero && y.nonzero)
}

export function plus(x: Interval, y: Interval): Interval {
  return interval(
    { value: x.lower + y.lower, open: x.lowerOpen || y.lowerOpen },
    { value: x.upper + y.upper, open: x.upperOpen || y.upperOpen },
  )
}

export function minus(x: Interval): Interval {
  return interval(negated(upperOf(x)), negated(lowerOf(x)), x.nonzero)
}

/** The products of a number of one and a number of the other. */
export function times(x: Interval, y: Interval): Interval {
  const corners = [lowerOf(x), upperOf(x)].flatMap(a => [lowerOf(y), upperOf(y)].map(b => corner(a, b)))
  const extreme = (side: number) =>
    corners.reduce((best, next) => {
      if (best.value === next.value) return { value: best.value, open: best.open && next.open }
      return side * next.value < side * best.value ? next : best
    })
  return interval(extreme(1), extreme(-1), x.nonzero && y.nonzero)
}

/** A bound that is 0 and taken makes a product that is 0, whatever the other does. */
function corner(a: Bound, b: Bound): Bound {
  if (a.value === 0 || b.value === 0) {
    const isTaken = (bound: Bound) => bound.value === 0 && !bound.open
    return { value: 0, open: !isTaken(a) && !isTaken(b) }
  }
  return { value: a.value * b.value, open: a.open || b.open }
}

/** Sums of one or more numbers of the interval. */
export function repeated(x: Interval): Interval {
  const lower = x.lower >= 0 ? lowerOf(x) : lowerOf(anywhere)
  const upper = x.upper <= 0 ? upperOf(x) : upperOf(anywhere)
  return interval(lower, upper)
}

/** The sizes |x|. */
export function sizeOf(x: Interval): Interval {
  const turned = minus(x)
  const above = upperOf(either(x, turned))
  if (x.lower >= 0) return x
  if (x.upper <= 0) return turned
  return interval({ value: 0, open: x.nonzero }, above, x.nonzero)
}

/** x to a whole power other than 0. */
export function raised(x: Interval, exponent: bigint): Interval {
  if (exponent < 0n) return reciprocal(raised(x, -exponent))
  if (exponent === 1n) return x
  const isEven = exponent % 2n === 0n
  if (exponent === 2n) return times(sizeOf(x), sizeOf(x))
  if (isEven || x.lower >= 0) return raisedSize(sizeOf(x))
  if (x.upper <= 0) return minus(raisedSize(minus(x)))
  return interval(
    x.lower >= -1 ? { value: -1, open: x.lowerOpen || x.lower > -1 } : lowerOf(anywhere),
    x.upper <= 1 ? { value: 1, open: x.upperOpen || x.upper < 1 } : upperOf(anywhere),
    x.nonzero,
  )
}

/** Of a number that is not negative, to any power above 1: above 1 it grows, below 1 it gets smaller. */
function raisedSize(x: Interval): Interval {
  return interval(
    x.lower >= 1 ? lowerOf(x) : { value: 0, open: x.nonzero },
    x.upper <= 1 ? upperOf(x) : upperOf(anywhere),
    x.nonzero,
  )
}

/** 1/x, for the x that are not 0. */
function reciprocal(x: Interval): Interval {
  if (x.upper <= 0 && x.lower < 0) return minus(reciprocal(minus(x)))
  if (x.lower < 0) return apartFromZero(anywhere)
  const lower = x.upper === Infinity ? { value: 0, open: true } : { value: 1 / x.upper, open: x.upperOpen }
  const upper = x.lower === 0 ? upperOf(anywhere) : { value: 1 / x.lower, open: x.lowerOpen }
  return interval(lower, upper, true)
}

/**
 * Where the values of a strictly increasing function lie: it is known at some points, in ascending order, from the limit at
 * -∞ or at the end of its domain on to that at ∞.
 */
export function increasing(...known: readonly (readonly [at: number, value: number])[]): (x: Interval) => Interval {
  const vanishesAtZero = known.some(([at, value]) => at === 0 && value === 0)
  const bound = ([at, value]: readonly [number, number], end: Bound, isWithin: boolean): Bound => ({
    value,
    open: isWithin || (at === end.value && (end.open || !Number.isFinite(at))),
  })
  return x => {
    const below = known.findLast(([at]) => at <= x.lower) ?? known[0]
    const above = known.find(([at]) => at >= x.upper) ?? known[known.length - 1]
    return interval(
      bound(below, lowerOf(x), below[0] < x.lower),
      bound(above, upperOf(x), above[0] > x.upper),
      vanishesAtZero && x.nonzero,
    )
  }
}

export const isPositive = ({ lower, nonzero }: Interval): boolean => lower >= 0 && nonzero
export const isNonnegative = ({ lower }: Interval): boolean => lower >= 0
