import { type Expression, Fact, fail, has, sameShape, shapeToText } from '@matrix-derive/core'
import { createRandom, type Random } from './arithmetic.ts'
import { type Counterexample, findCounterexample } from './counterexample.ts'
import { type Degree, type DegreeAlgebra, degreeAlgebra, differenceDegree, variable } from './degree.ts'
import { evaluateAll, type Sizes, sizeIn } from './evaluate.ts'
import { prime } from './field.ts'
import { compareNumerically } from './numeric.ts'
import { exactAlgebra } from './opaque.ts'
import { ask, bothSides, distinctSizes, type Instance, type Question, sampleInstance } from './question.ts'
import { drawEntries, sampleSymbol, shuffled } from './sampling.ts'

export interface Proof {
  /** Exact over a prime field; equal in floating point; or different. */
  readonly verdict: 'proved' | 'agrees' | 'failed'
  /** How many random instances agreed. */
  readonly instances: number
  /**
   * The probability, at most, that different expressions agreed in all of them; 0 where they are one expression,
   * and 1 for a numeric agreement, which bounds nothing.
   */
  readonly errorBound: number
  /** The sizes of the dimensions in each instance. */
  readonly dims: readonly Readonly<Record<string, number>>[]
  readonly counterexample?: Counterexample
}

export interface ProofOptions {
  /** The symbols that d(.) does not send to 0. Absent: all of them. */
  readonly variables?: Iterable<string>
  /** The error probability to stay under. */
  readonly bound?: number
  /** The same seed gives the same instances. */
  readonly seed?: number
}

/** So many singular samples in a row are no accident. */
const mostRetries = 20
/** After these other sizes are tried: skew matrices of odd size have no inverse, and X'X has none for a wide X. */
const retriesAtOneSize = 4
/** What may be wrong more often than this in one instance would need too many: it belongs to the numeric path. */
const largestError = 0.1

/**
 * Whether two expressions are equal for all values of their symbols, by evaluating both at random ones.
 * First over a prime field, where the answer is exact and the chance of an error is bounded by Schwartz and Zippel;
 * where that does not settle it, for roots, norms and relations such as exp(log(x)) = x, in float64.
 * @throws `shape-mismatch`; `unsupported` where no point is found at which both sides have values
 */
export function proveEqual(left: Expression, right: Expression, options: ProofOptions = {}): Proof {
  if (left === right) return { verdict: 'proved', instances: 0, errorBound: 0, dims: [] }
  if (!sameShape(left.shape, right.shape)) {
    fail(
      'shape-mismatch',
      `Expected one shape on both sides, received ${shapeToText(left.shape)} and ${shapeToText(right.shape)}.`,
    )
  }
  const { bound = 1e-12, seed = 1, variables } = options
  const moving = variables && new Set(variables)
  const question = ask(left, right, name => moving?.has(name) ?? true)
  const random = createRandom(seed)
  const exact = proveExactly(question, random, bound)
  if (exact?.verdict === 'proved') return exact
  const { verdict, instances, dims, found } = compareNumerically(question, random)
  if (found !== undefined) {
    return { verdict, instances, errorBound: 1, dims, counterexample: findCounterexample(question, random, found) }
  }
  return exact ?? { verdict, instances, errorBound: 1, dims }
}

/** Proved; or undefined where exact evaluation cannot tell; or failed. */
function proveExactly(question: Question, random: Random, bound: number): Proof | undefined {
  const dims: Record<string, number>[] = []
  let errorBound = 1
  let retries = 0
  let order = shuffled(question.dimensions, random)
  while (!(errorBound <= bound)) {
    if (retries > mostRetries) return undefined
    const algebra = exactAlgebra(Math.floor(random() * 2 ** 32))
    const sizes = distinctSizes(order, dims.length + Math.floor(retries / retriesAtOneSize))
    const draw = drawEntries(algebra, () => Math.floor(random() * prime))
    const instance = sampleInstance(question, algebra, draw, sizes, random)
    const sides = instance && bothSides(question, algebra, instance)
    if (instance === undefined || sides === undefined) {
      retries++
      if (retries % retriesAtOneSize === 0) order = shuffled(order, random)
      continue
    }
    const [a, b] = sides
    if (!a.value.every((entry, k) => entry === b.value[k])) {
      return algebra.usedOpaque() ? undefined : { verdict: 'failed', instances: dims.length, errorBound: 1, dims }
    }
    dims.push(Object.fromEntries(sizes))
    const error = instanceError(question, instance, sizes, algebra.argumentPairs())
    if (!(error <= largestError)) return undefined
    errorBound *= error
  }
  return { verdict: 'proved', instances: dims.length, errorBound, dims }
}

/**
 * The chance that different expressions agree at one random point: a polynomial of degree D has at most D/p of all points
 * as zeros (Schwartz 1980, Zippel 1979), and two different arguments of an opaque function coincide as rarely.
 */
function instanceError(question: Question, instance: Instance, sizes: Sizes, pairs: number): number {
  const algebra = degreeAlgebra()
  const values = new Map<string, Degree>()
  const size = sizeIn(sizes)
  for (const symbol of question.symbols) {
    const name = symbol.data!.name!
    values.set(
      name,
      symbolDegree(algebra, symbol, [size(symbol.shape.rows), size(symbol.shape.cols)], question.moves(name)),
    )
    if (has(symbol.facts, Fact.integer)) {
      values.set(name, { ...values.get(name)!, tangent: undefined, known: instance.values.get(name)!.value[0] })
    }
  }
  const [left, right] = evaluateAll([question.left, question.right], { algebra, values, sizes })
  const zeros = differenceDegree(left, right) + pairs * algebra.argumentDegree()
  return Math.min(1, zeros / Math.max(1, prime - zeros))
}

/** The degrees of a symbol's entries in the random numbers they are made of. */
function symbolDegree(
  algebra: DegreeAlgebra,
  symbol: Expression,
  shape: readonly [number, number],
  moves: boolean,
): Degree {
  const draw = (rows: number, cols: number): Degree => ({ rows, cols, value: variable, tangent: undefined })
  const { value, tangent } = sampleSymbol(algebra, symbol, draw, shape)
  return { ...value, tangent: moves ? tangent.value : undefined }
}
