import {
  type Dimension,
  dimensionParts,
  type Expression,
  Fact,
  has,
  isSymbol,
  problemOf,
  reachable,
  throughNames,
} from '@matrix-derive/core'
import type { Random } from './arithmetic.ts'
import type { DualArithmetic } from './dual.ts'
import type { DualMatrix } from './dual-matrix.ts'
import { evaluateAll, type Sizes, sizeIn } from './evaluate.ts'
import { type Draw, sampleSymbol } from './sampling.ts'

/** Whether two expressions are equal, and all that is needed to ask it of numbers. */
export interface Question {
  readonly left: Expression
  readonly right: Expression
  readonly symbols: readonly Expression[]
  /** The named dimensions of both sides, sorted. */
  readonly dimensions: readonly string[]
  /** The names that move: d(x) is 0 for every other one. */
  readonly moves: (name: string) => boolean
}

export function ask(left: Expression, right: Expression, moves: (name: string) => boolean): Question {
  const nodes = reachable([left, right], throughNames)
  const names = new Set<string>()
  const collect = (dimension: Dimension) => {
    for (const name of dimensionParts(dimension).names) names.add(name)
  }
  for (const { shape, data } of nodes) {
    collect(shape.rows)
    collect(shape.cols)
    if (data?.shape) {
      collect(data.shape.rows)
      collect(data.shape.cols)
    }
  }
  return { left, right, symbols: nodes.filter(isSymbol), dimensions: [...names].sort(), moves }
}

/** One random instance: sizes, and a value with its direction for every symbol. */
export interface Instance {
  readonly sizes: Sizes
  readonly values: ReadonlyMap<string, DualMatrix>
}

/**
 * The sizes of one instance, all different, so that a wrong transpose cannot hide. Even and odd turns differ by 1 in every
 * size: det(-X) = det(X) holds for even sizes only, and adj(X + Y) = adj(X) + adj(Y) for 2×2.
 */
export function distinctSizes(dimensions: readonly string[], turn: number): Sizes {
  return new Map(dimensions.map((name, k) => [name, k + (turn % 2 === 0 ? 3 : 2)]))
}

/** Integer symbols are small and positive: they are exponents. */
function drawInteger(random: Random): number {
  return 2 + Math.floor(random() * 3)
}

/** A random instance; undefined where a random structured matrix does not exist by accident. */
export function sampleInstance(
  question: Question,
  algebra: DualArithmetic,
  draw: Draw<DualMatrix>,
  sizes: Sizes,
  random: Random,
): Instance | undefined {
  return defined(() => sample(question, algebra, draw, sizes, random))
}

function sample(
  question: Question,
  algebra: DualArithmetic,
  draw: Draw<DualMatrix>,
  sizes: Sizes,
  random: Random,
): Instance {
  const size = sizeIn(sizes)
  const values = new Map<string, DualMatrix>()
  for (const symbol of question.symbols) {
    const name = symbol.data!.name!
    if (has(symbol.facts, Fact.integer)) {
      values.set(name, algebra.fromRows([[drawInteger(random)]]))
      continue
    }
    const { value, tangent } = sampleSymbol(algebra, symbol, draw, [size(symbol.shape.rows), size(symbol.shape.cols)])
    values.set(name, algebra.dual(value, question.moves(name) ? tangent : undefined))
  }
  return { sizes, values }
}

/** Both sides at an instance; undefined where one of them has no value there, as at a singular matrix. */
export function bothSides(
  { left, right }: Question,
  algebra: DualArithmetic,
  { sizes, values }: Instance,
): readonly [DualMatrix, DualMatrix] | undefined {
  return defined(() => {
    const [a, b] = evaluateAll([left, right], { algebra, values, sizes })
    return [a, b] as const
  })
}

/** What is computed; undefined where it has no value, as at a singular matrix. */
function defined<T>(compute: () => T): T | undefined {
  try {
    return compute()
  } catch (thrown) {
    if (problemOf(thrown)?.code === 'value') return undefined
    throw thrown
  }
}
