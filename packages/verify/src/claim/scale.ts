import {
  type Dimension,
  type Expression,
  eye,
  Fact,
  has,
  isScalar,
  isZero,
  number,
  product,
  type Rational,
  rational,
  rationalToText,
  type Store,
  trace,
} from '@matrix-derive/core'
import { createRandom, type Random } from '../arithmetic.ts'
import type { DualArithmetic } from '../dual.ts'
import type { DualMatrix } from '../dual-matrix.ts'
import { prime } from '../field.ts'
import { exactAlgebra } from '../opaque.ts'
import { ask, bothSides, type Comparison, distinctSizes, type Instance, sampleInstance } from '../question.ts'
import { dualFloatAlgebra } from '../real-analytic.ts'
import { type Draw, drawEntries, realDraws } from '../sampling.ts'
import type { Slices } from '../slices.ts'
import { type Grounds, groundsFor, nothingMoves } from './equality.ts'

/** The factor between two expressions, as a reader would say it. */
export interface Scale {
  readonly by: string
  readonly grounds: NonNullable<Grounds>
}

/** Numerators and denominators of factors that people forget. */
const largestTerm = 1000n
/** Points at which a factor must come out the same. */
const points = 2
const attempts = 12
/** How far two factors found in floating point may be apart. */
const tolerance = 1e-8

/** Something that may be a factor: 1, a size, a scalar of the program. */
interface Unit {
  readonly text: string
  readonly expression: Expression | undefined
  readonly at: (instance: Instance) => number | undefined
}

/**
 * The c with claim = c*answer, where c is a rational number times a size or a scalar of the program or 1 over one.
 * @param moves the names whose d(.) is not 0
 */
export function* findScale(
  store: Store,
  claim: Expression,
  answer: Expression,
  moves: (name: string) => boolean = nothingMoves,
): Slices<Scale | undefined> {
  const question = ask(claim, answer, moves)
  const random = createRandom(1)
  const algebra = exactAlgebra(1)
  const exact = yield* ratios(
    question,
    algebra,
    drawEntries(algebra, () => randomElement(random)),
  )
  for (const unit of exact === undefined ? [] : unitsOf(store, question)) {
    for (const isBelow of unit.expression === undefined ? [false] : [false, true]) {
      const factor = constantFactor(exact!, unit, isBelow)
      if (factor === undefined || isZero(factor)) continue
      const scaled = product(store, [number(store, factor), ...inUnits(store, unit, isBelow, answer)])
      const grounds = yield* groundsFor(isBelow ? product(store, [unit.expression!, claim]) : claim, scaled, {}, moves)
      if (grounds !== undefined) return { by: textOf(factor, unit, isBelow), grounds }
    }
  }
  return algebra.usedOpaque() ? yield* findNumericScale(store, question, random) : undefined
}

const randomElement = (random: Random) => Math.floor(random() * prime)

/** Where opaque functions hide the factor, as in exp(2*log(x)) = x*x. */
function* findNumericScale(store: Store, question: Comparison, random: Random): Slices<Scale | undefined> {
  for (const draw of realDraws(dualFloatAlgebra, random)) {
    const found = yield* ratios(question, dualFloatAlgebra, draw)
    if (found === undefined || found.length < points) continue
    const [{ ratio }, ...others] = found
    if (others.some(other => Math.abs(other.ratio - ratio) > tolerance * Math.abs(ratio)) || ratio === 0)
      return undefined
    const factor = nearbyRational(ratio)
    if (factor === undefined) return { by: String(Number(ratio.toPrecision(6))), grounds: 'numeric' }
    const grounds = yield* groundsFor(
      question.left,
      product(store, [number(store, factor), question.right]),
      {},
      question.moves,
    )
    return grounds && { by: rationalToText(factor), grounds }
  }
  return undefined
}

interface Ratio {
  readonly ratio: number
  readonly instance: Instance
}

/** The ratio of the sides at some points, each a slice; undefined where one of them is no multiple of the other. */
function* ratios(question: Comparison, algebra: DualArithmetic, draw: Draw<DualMatrix>): Slices<Ratio[] | undefined> {
  const found: Ratio[] = []
  for (let attempt = 0; attempt < attempts && found.length < points; attempt++) {
    yield
    const instance = sampleInstance(
      question,
      algebra,
      draw,
      distinctSizes(question, question.dimensions, attempt),
      attempt,
    )
    const sides = instance && bothSides(question, algebra, instance)
    if (instance === undefined || sides === undefined || !sides.every(side => side.value.every(Number.isFinite)))
      continue
    // Where both are 0, as det(A'*A) is for a wide A, any factor fits.
    if (sides.every(side => side.value.every(entry => entry === 0))) continue
    const ratio = ratioOf(algebra, sides[0], sides[1])
    if (ratio === undefined) return undefined
    found.push({ ratio, instance })
  }
  return found.length === 0 ? undefined : found
}

function ratioOf({ field }: DualArithmetic, left: DualMatrix, right: DualMatrix): number | undefined {
  const size = (x: number) => field.pivot(x)
  let at = 0
  for (let k = 1; k < right.value.length; k++) if (size(right.value[k]) > size(right.value[at])) at = k
  if (right.value[at] === 0 || left.value.length !== right.value.length) return undefined
  const ratio = field.multiply(left.value[at], field.invert(right.value[at]))
  const scale = Math.max(...left.value.map(size))
  const isMultiple = left.value.every((entry, k) => {
    const rest = field.subtract(entry, field.multiply(ratio, right.value[k]))
    return field.rounding === 0 ? rest === 0 : Math.abs(rest) <= tolerance * scale
  })
  return isMultiple ? ratio : undefined
}

function unitsOf(store: Store, { symbols, dimensions }: Comparison): Unit[] {
  const sizes = dimensions.map((name: Dimension) => ({
    text: name,
    expression: trace(store, eye(store, name)),
    at: ({ sizes }: Instance) => sizes.get(name),
  }))
  const scalars = symbols
    .filter(({ shape, facts }) => isScalar(shape) && !has(facts, Fact.integer))
    .map(symbol => ({
      text: symbol.data!.name!,
      expression: symbol,
      at: ({ values }: Instance) => values.get(symbol.data!.name!)?.value[0],
    }))
  return [{ text: '1', expression: undefined, at: () => 1 }, ...sizes, ...scalars]
}

/** The rational number that all ratios are, counted in the unit or in one over it. */
function constantFactor(found: readonly Ratio[], unit: Unit, isBelow: boolean): Rational | undefined {
  const { field } = exactAlgebra(1)
  let common: number | undefined
  for (const { ratio, instance } of found) {
    const value = unit.at(instance)
    if (value === undefined || value === 0) return undefined
    const factor = field.multiply(ratio, isBelow ? value : field.invert(value))
    if (common !== undefined && common !== factor) return undefined
    common = factor
  }
  return common === undefined ? undefined : reconstruct(common)
}

function inUnits(store: Store, { expression }: Unit, isBelow: boolean, answer: Expression): Expression[] {
  return expression === undefined || isBelow ? [answer] : [product(store, [expression, answer])]
}

/** The fraction with small terms that an element of the prime field stands for (Wang 1981). */
function reconstruct(element: number): Rational | undefined {
  let [r0, r1, t0, t1] = [BigInt(prime), BigInt(element), 0n, 1n]
  while (r1 > largestTerm) {
    const quotient = r0 / r1
    ;[r0, r1] = [r1, r0 - quotient * r1]
    ;[t0, t1] = [t1, t0 - quotient * t1]
  }
  if (t1 === 0n || t1 > largestTerm || -t1 > largestTerm) return undefined
  return rational(r1, t1)
}

/** The fraction with small terms next to a number, by its continued fraction. */
function nearbyRational(x: number): Rational | undefined {
  let [p0, q0, p1, q1, rest] = [0, 1, 1, 0, x]
  for (let depth = 0; depth < 20; depth++) {
    const whole = Math.floor(rest)
    ;[p0, q0, p1, q1] = [p1, q1, whole * p1 + p0, whole * q1 + q0]
    if (q1 > Number(largestTerm)) return undefined
    if (Math.abs(p1 / q1 - x) <= tolerance * Math.abs(x)) return rational(BigInt(p1), BigInt(q1))
    rest = 1 / (rest - whole)
  }
  return undefined
}

function textOf(factor: Rational, { text }: Unit, isBelow: boolean): string {
  const coefficient = rationalToText(factor)
  if (text === '1') return coefficient
  if (isBelow) return `${coefficient}/${text}`
  return coefficient === '1' ? text : coefficient === '-1' ? `-${text}` : `${coefficient}*${text}`
}
