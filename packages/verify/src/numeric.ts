import {
  demandOf,
  type Expression,
  fail,
  isInteger,
  numberOf,
  rationalToNumber,
  reachable,
  throughNames,
} from '@matrix-derive/core'
import { hadamardPowerOperator, norm2Operator, powerOperator, sqrtOperator } from '@matrix-derive/operators'
import type { Random } from './arithmetic.ts'
import { holdsAt } from './condition.ts'
import type { DualArithmetic } from './dual.ts'
import type { DualMatrix } from './dual-matrix.ts'
import { bothSides, type Comparison, distinctSizes, type Instance, sampleInstance } from './question.ts'
import { farDraws, realDraws, shuffled } from './sampling.ts'
import type { Slices } from './slices.ts'

/** Points at which both sides must agree. */
const pointsNeeded = 4
/** So many are tried in any case, one or more of each kind. */
const fewestAttempts = 6
/** Attempts to find a point in the domain of both sides. */
const mostAttempts = 60
/** The relative size of the changes that measure how sensitive the sides are to rounding. */
const nudge = 2 ** -30
/** What rounding may add up to: relative to the result, and relative to what a change of the input by one unit makes. */
const relative = 1e-9
const perSensitivity = 1e4 * Number.EPSILON
/** A difference this small against the largest number on the way may be what is left of it by cancelling. */
const cancelled = 1e-9

export interface Agreement {
  readonly verdict: 'agrees' | 'failed'
  readonly instances: number
  readonly dims: readonly Readonly<Record<string, number>>[]
  /** Where the sides differ. */
  readonly found?: Instance
}

export function largestEntry(x: DualMatrix): number {
  return x.value.reduce((largest, entry) => Math.max(largest, Math.abs(entry)), 0)
}

function distance(a: DualMatrix, b: DualMatrix): number {
  return a.value.reduce((largest, entry, k) => Math.max(largest, Math.abs(entry - b.value[k])), 0)
}

const hasValues = (x: DualMatrix) => x.value.every(Number.isFinite)

/** The same point with every number changed in its tenth digit. */
function nudged({ sizes, values }: Instance, random: Random): Instance {
  const change = (entries: Float64Array) => entries.map(entry => entry * (1 + nudge * (2 * random() - 1)))
  const moved = new Map<string, DualMatrix>()
  for (const [name, x] of values) {
    // Integers are exponents: they have no neighbours.
    const fixed = x.value.length === 1 && Number.isInteger(x.value[0])
    moved.set(name, fixed ? x : { ...x, value: change(x.value), tangent: x.tangent && change(x.tangent) })
  }
  return { sizes, values: moved }
}

/**
 * Whether the sides agree at a point, allowing for as much rounding as the sides are sensitive to; undefined
 * outside the domain of either and where they are too sensitive to say.
 */
export function agreesAt(
  question: Comparison,
  algebra: DualArithmetic,
  instance: Instance,
  random: Random,
): boolean | undefined {
  let largest = 0
  const sides = bothSides(question, algebra, instance, ({ value, tangent = value }) => {
    for (let k = 0; k < value.length; k++) largest = Math.max(largest, Math.abs(value[k]), Math.abs(tangent[k]))
  })
  if (sides === undefined || !sides.every(hasValues)) return undefined
  const [a, b] = sides
  const scale = Math.max(largestEntry(a), largestEntry(b))
  const apart = distance(a, b)
  if (apart <= relative * 1e-3 * scale) return true
  if (apart <= cancelled * largest && !(apart <= cancelled * scale)) return undefined
  const near = bothSides(question, algebra, nudged(instance, random))
  if (near === undefined || !near.every(hasValues)) return undefined
  const sensitivity = Math.max(distance(a, near[0]), distance(b, near[1])) / nudge
  const tolerance = relative * scale + perSensitivity * sensitivity
  if (apart <= tolerance) return tolerance <= 1e-3 * Math.max(scale, Number.MIN_VALUE) || scale === 0 ? true : undefined
  return false
}

/**
 * The largest number that is written, and at least 1, where there are kinks, as in abs(x - 4), or what may hide one, as
 * sqrt((x - 4)^2): on this side of it and beyond there are different functions. Undefined where there is nothing of the kind.
 */
function farthestKink({ left, right }: Comparison): number | undefined {
  const nodes = reachable([left, right], throughNames)
  if (!nodes.some(mayHaveKink)) return undefined
  const numbers = nodes.map(numberOf).filter(value => value !== undefined)
  return Math.max(1, ...numbers.map(value => Math.abs(rationalToNumber(value))))
}

function mayHaveKink(expression: Expression): boolean {
  const { operator, operands } = expression
  const predicate = operator.elementwise?.condition
  if (predicate !== undefined && demandOf({ predicate, expression })?.almostEverywhere) return true
  if (operator === sqrtOperator || operator === norm2Operator) return true
  const exponent = operator === powerOperator || operator === hadamardPowerOperator ? numberOf(operands[1]) : undefined
  return exponent !== undefined && !isInteger(exponent)
}

/** A point is a slice. @throws `unsupported` where no point is found at which both sides have values */
export function* compareNumerically(question: Comparison, algebra: DualArithmetic, random: Random): Slices<Agreement> {
  const dims: Record<string, number>[] = []
  let order: readonly string[] = question.dimensions
  const farthest = farthestKink(question)
  const near = realDraws(algebra, random)
  const draws = farthest === undefined ? near : [...near, ...farDraws(algebra, random, farthest)]
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    if (attempt >= Math.max(fewestAttempts, draws.length) && dims.length >= pointsNeeded) break
    yield
    if (attempt % draws.length === 0) order = shuffled(order, random)
    const sizes = distinctSizes(question, order, dims.length + Math.floor(attempt / draws.length))
    const instance = sampleInstance(question, algebra, draws[attempt % draws.length], sizes, attempt)
    if (instance === undefined || !holdsAt(question, algebra, instance)) continue
    const agrees = agreesAt(question, algebra, instance, random)
    if (agrees === undefined) continue
    dims.push(Object.fromEntries(instance.sizes))
    if (!agrees) return { verdict: 'failed', instances: dims.length - 1, dims, found: instance }
  }
  if (dims.length === 0) {
    fail('unsupported', 'Expected a point at which both sides have values; found none among random ones.')
  }
  return { verdict: 'agrees', instances: dims.length, dims }
}
