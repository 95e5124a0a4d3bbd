import { type Expression, Fact, has } from '@matrix-derive/core'
import { createRandom, type Random } from './arithmetic.ts'
import { type Degree, type DegreeAlgebra, degreeAlgebra, differenceDegree, variable } from './degree.ts'
import type { DualMatrix } from './dual-matrix.ts'
import { createEvaluator, type Sizes, sizeIn } from './evaluate.ts'
import { prime } from './field.ts'
import { exactAlgebra } from './opaque.ts'
import { type Proof, type ProofOptions, sameExpression, usualBound } from './proof.ts'
import {
  defined,
  distinctSizes,
  type Instance,
  instancesForIntegers,
  instancesForReflections,
  instancesForSizes,
  type Question,
  sampleInstance,
  sampleOf,
  toldApart,
} from './question.ts'
import { drawEntries, shuffled } from './sampling.ts'
import type { Slices } from './slices.ts'

/** Compares expressions by evaluating both at points over a prime field, which all comparisons share. */
export interface ExactProver {
  /** Proved; failed where both sides are rational; undefined where exact evaluation cannot tell. One side at one point is a slice. */
  prove(left: Expression, right: Expression): Slices<Proof | undefined>
}

export interface ExactOptions extends Pick<ProofOptions, 'bound' | 'seed'> {
  /** Called before each node that is evaluated: throws when the time is up. */
  readonly watch?: () => void
}

/** So many singular samples in a row are no accident. */
const mostRetries = 20
/** After these other sizes are tried: skew matrices of odd size have no inverse, and X'X has none for a wide X. */
const retriesAtOneSize = 4
/** What may be wrong more often than this in one instance would need too many: it belongs to the numeric path. */
const largestError = 0.1

/** A point over the prime field, with the values of all expressions asked for so far. */
interface ExactPoint {
  readonly instance: Instance
  /** Undefined where the expression has no value here. */
  value(expression: Expression): DualMatrix | undefined
  usedOpaque(): boolean
  /** The probability, at most, that different expressions agree here. */
  error(left: Expression, right: Expression): number
}

/**
 * Everything that is to be compared is evaluated at the same points, where each node of the graph has its value computed
 * once: the lines of a derivation share nearly all of their nodes.
 */
export function createExactProver(
  question: Question,
  { bound = usualBound, seed = 1, watch }: ExactOptions = {},
): ExactProver {
  const random = createRandom(seed)
  const points: (ExactPoint | undefined)[] = []
  let order: readonly string[] = question.dimensions
  let turn = 0
  // What has no random number in it, say tr(eye(n)) = 3, is settled by the sizes and exponents alone.
  const isIntegral = question.symbols.some(({ facts }) => has(facts, Fact.integer))
  const fewest = Math.max(
    instancesForSizes(order),
    isIntegral ? instancesForIntegers : 1,
    instancesForReflections(question),
  )
  let pair = -1
  const pointAt = (index: number) => {
    while (points.length <= index) {
      if (Math.floor(turn / 2) !== pair) order = shuffled(order, random)
      pair = Math.floor(turn / 2)
      const point = createPoint(question, distinctSizes(question, order, turn), turn, random, watch)
      points.push(point)
      // Other sizes after every point, and after some that did not serve.
      if (point !== undefined || points.length % retriesAtOneSize === 0) turn++
    }
    return points[index]
  }

  return {
    *prove(left, right) {
      if (left === right) return sameExpression
      const dims: Record<string, number>[] = []
      let errorBound = 1
      let failures = 0
      const isSettled = () => errorBound <= bound && dims.length >= fewest && toldApart(question, dims)
      for (let index = 0; !isSettled(); index++) {
        if (failures > mostRetries) return undefined
        yield
        const point = pointAt(index)
        const a = point?.value(left)
        if (a !== undefined) yield
        const b = a && point?.value(right)
        if (point === undefined || a === undefined || b === undefined) {
          failures++
          continue
        }
        if (!sameEntries(a, b)) {
          return point.usedOpaque() ? undefined : { verdict: 'failed', instances: dims.length, errorBound: 1, dims }
        }
        dims.push(Object.fromEntries(point.instance.sizes))
        const error = point.error(left, right)
        if (!(error <= largestError)) return undefined
        errorBound *= error
      }
      return { verdict: 'proved', instances: dims.length, errorBound, dims }
    },
  }
}

function sameEntries(a: DualMatrix, b: DualMatrix): boolean {
  return a.rows === b.rows && a.cols === b.cols && a.value.every((entry, k) => entry === b.value[k])
}

/** Undefined where a random structured matrix does not exist by accident. */
function createPoint(
  question: Question,
  sizes: Sizes,
  turn: number,
  random: Random,
  watch: (() => void) | undefined,
): ExactPoint | undefined {
  const algebra = exactAlgebra(Math.floor(random() * 2 ** 32))
  const draw = drawEntries(algebra, () => Math.floor(random() * prime))
  const instance = sampleInstance(question, algebra, draw, sizes, turn)
  if (instance === undefined) return undefined
  const evaluate = createEvaluator({ algebra, ...instance, watch })
  const degrees = createDegrees(question, instance)
  return {
    instance,
    value: expression => defined(() => evaluate(expression)),
    usedOpaque: algebra.usedOpaque,
    error: (left, right) => degrees(left, right, algebra.argumentPairs()),
  }
}

/**
 * The chance that different expressions agree at one random point: a polynomial of degree D has at most D/p of all points
 * as zeros (Schwartz 1980, Zippel 1979), and two different arguments of an opaque function coincide as rarely.
 */
function createDegrees(
  question: Question,
  instance: Instance,
): (left: Expression, right: Expression, pairs: number) => number {
  const algebra = degreeAlgebra()
  const values = new Map<string, Degree>()
  const size = sizeIn(instance.sizes)
  for (const symbol of question.symbols) {
    const name = symbol.data!.name!
    const shape = [size(symbol.shape.rows), size(symbol.shape.cols)] as const
    const degree = symbolDegree(question, algebra, symbol, shape)
    const known = has(symbol.facts, Fact.integer) ? instance.values.get(name)!.value[0] : undefined
    values.set(name, known === undefined ? degree : { ...degree, tangent: undefined, known })
  }
  const evaluate = createEvaluator({ algebra, values, sizes: instance.sizes })
  return (left, right, pairs) => {
    const zeros = differenceDegree(evaluate(left), evaluate(right)) + pairs * algebra.argumentDegree()
    return Math.min(1, zeros / Math.max(1, prime - zeros))
  }
}

/** The degrees of a symbol's entries in the random numbers they are made of. */
function symbolDegree(
  question: Question,
  algebra: DegreeAlgebra,
  symbol: Expression,
  shape: readonly [number, number],
): Degree {
  const draw = (rows: number, cols: number): Degree => ({ rows, cols, value: variable, tangent: undefined })
  const { value, tangent } = sampleOf(question, algebra, symbol, draw, shape)
  return { ...value, tangent: question.moves(symbol.data!.name!) ? tangent.value : undefined }
}
