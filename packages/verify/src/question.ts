import {
  type Condition,
  closeFacts,
  type Dimension,
  dimensionNames,
  type Expression,
  Fact,
  type Facts,
  has,
  isFamily,
  isMember,
  isSymbol,
  problemOf,
  reachable,
  type Shape,
  throughNames,
  unit,
} from '@matrix-derive/core'
import type { Arithmetic } from './arithmetic.ts'
import type { DualArithmetic } from './dual.ts'
import type { DualMatrix } from './dual-matrix.ts'
import { evaluateAll, type Sizes, sizeIn } from './evaluate.ts'
import { type Draw, independentCoins, type Sample, sampleSymbol } from './sampling.ts'

/** What is taken to hold besides the declarations. */
export interface Supposition {
  /** More structure of symbols, by name. */
  readonly facts?: ReadonlyMap<string, Facts>
  /** Dimensions that have one size, by name. */
  readonly equalSizes?: readonly (readonly string[])[]
  /** Variables with the structure that they are declared with: their values have it where the expressions do not say so. */
  readonly declared?: readonly Expression[]
  /** What a derivation relied on: points at which it does not hold do not count. */
  readonly conditions?: readonly Condition[]
}

/** Expressions to compare, and all that is needed to ask numbers about them. */
export interface Question {
  /** One for each name. */
  readonly symbols: readonly Expression[]
  /** The names that also stand without their structure: their values have it, their directions need not keep it. */
  readonly free: ReadonlySet<string>
  /** The named dimensions of the expressions, sorted; of those that are equal one. */
  readonly dimensions: readonly string[]
  /** The shapes of all expressions that are evaluated, each once. */
  readonly shapes: readonly Shape[]
  /**
   * The names that move: d(x) is 0 for every other one. No integer changes by a little; one that is the number of a member
   * and moves says that of its family that member moves alone.
   */
  readonly moves: (name: string) => boolean
  /** The families that have a member with a named number, by that name. */
  readonly numbered: ReadonlyMap<string, readonly Expression[]>
  readonly supposing: Supposition
}

/** Whether two expressions are equal. */
export interface Comparison extends Question {
  readonly left: Expression
  readonly right: Expression
}

export function ask(
  left: Expression,
  right: Expression,
  moves: (name: string) => boolean,
  supposing: Supposition = {},
): Comparison {
  return { left, right, ...askAbout([left, right], moves, supposing) }
}

export function askAbout(
  roots: readonly Expression[],
  moves: (name: string) => boolean,
  supposing: Supposition = {},
): Question {
  const { conditions = [], equalSizes = [], declared = [] } = supposing
  const nodes = reachable([...roots, ...declared, ...conditions.map(({ expression }) => expression)], throughNames)
  const names = new Set<string>()
  const collect = (dimension: Dimension) => {
    for (const name of dimensionNames(dimension)) names.add(name)
  }
  const shapes = new Map<string, Shape>()
  for (const { shape, data } of nodes) {
    shapes.set(`${shape.rows} ${shape.cols}`, shape)
    collect(shape.rows)
    collect(shape.cols)
    if (data?.shape) {
      collect(data.shape.rows)
      collect(data.shape.cols)
    }
  }
  for (const group of equalSizes) for (const name of group.slice(1)) names.delete(name)
  return {
    ...symbolsAmong(nodes),
    dimensions: [...names].sort(),
    shapes: [...shapes.values()],
    moves,
    numbered: numberedIn(nodes),
    supposing,
  }
}

/** Of symbols with one name, the one that says most of it. */
function symbolsAmong(nodes: readonly Expression[]): Pick<Question, 'symbols' | 'free'> {
  const symbols = new Map<string, Expression>()
  const free = new Set<string>()
  for (const symbol of nodes.filter(isSymbol)) {
    const name = symbol.data!.name!
    const other = symbols.get(name)
    if (other !== undefined) free.add(name)
    if (other === undefined || has(structureOf(symbol), structureOf(other))) symbols.set(name, symbol)
  }
  return { symbols: [...symbols.values()], free }
}

/** What is known of a symbol, or of each member of a family. */
const structureOf = ({ facts, data }: Expression): Facts => data!.member?.facts ?? facts

/** A random value of a symbol, and a direction; what moves freely needs no structure. */
export function sampleOf<M>(
  question: Question,
  algebra: Arithmetic<M>,
  plain: Expression,
  draw: Draw<M>,
  shape: readonly [number, number],
  coins = 0,
): Sample<M> {
  const symbol = suppose(question, plain)
  const sample = sampleSymbol(algebra, symbol, draw, shape, coins)
  if (!question.free.has(symbol.data!.name!)) return sample
  const { member } = symbol.data!
  const data = member ? { ...symbol.data!, member: { ...member, facts: Fact.none } } : symbol.data
  return { ...sample, tangent: sampleSymbol(algebra, { data, facts: Fact.none }, draw, shape).tangent }
}

function numberedIn(nodes: readonly Expression[]): Map<string, Expression[]> {
  const numbered = new Map<string, Expression[]>()
  for (const node of nodes) {
    if (!isMember(node) || !isSymbol(node.operands[1]) || !isFamily(node.operands[0])) continue
    const [family, number] = node.operands
    const known = numbered.get(number.data!.name!)
    if (known === undefined) numbered.set(number.data!.name!, [family])
    else known.push(family)
  }
  return numbered
}

/** What a question supposes of a symbol. */
export function suppose({ supposing }: Question, symbol: Expression): Expression {
  const facts = supposing.facts?.get(symbol.data!.name!)
  return facts === undefined ? symbol : { ...symbol, facts: closeFacts(symbol.facts | facts) }
}

/** The sizes with those of dimensions that are supposed to be equal to others. */
export function completed({ supposing }: Question, sizes: Sizes): Sizes {
  const complete = new Map(sizes)
  for (const [first, ...others] of supposing.equalSizes ?? []) {
    for (const name of others) complete.set(name, complete.get(first) ?? 2)
  }
  return complete
}

/** One random instance: sizes, and a value with its direction for every symbol. */
export interface Instance {
  readonly sizes: Sizes
  readonly values: ReadonlyMap<string, DualMatrix>
}

/** So many dimensions have sizes of their own; a network of a hundred layers would not fit into memory otherwise. */
const mostSizes = 8
/** So many entries a matrix may have: the derivative of X ⊗ Y ⊗ Z by X, stacked, would fill the memory at usual sizes. */
const mostEntries = 2 ** 16

/**
 * The sizes of one instance, all different, so that a wrong transpose cannot hide. An odd turn reverses the order of the
 * even one before it, for det(A'*A) is 0 whenever A is wide, and changes whether each size is even, for det(-X) = det(X)
 * holds for even sizes only.
 * Where matrices would become too large, fewer and smaller sizes are shared by several dimensions.
 * @param dimensions those of the question, in any order
 */
export function distinctSizes(question: Question, dimensions: readonly string[], turn: number): Sizes {
  const last = dimensions.length - 1
  const usual = turn % 2 === 0 || last % 2 === 1 ? 3 : 2
  const place = (k: number) => (turn % 2 === 0 ? k : last - k)
  for (let count = mostSizes; ; count--) {
    for (const smallest of new Set([usual, 2])) {
      const sizes = new Map(dimensions.map((name, k) => [name, (place(k) % count) + smallest]))
      if ((count === 2 && smallest === 2) || entriesAt(question, sizes) <= mostEntries) return sizes
    }
  }
}

/** The entries of the largest matrix. */
function entriesAt(question: Question, sizes: Sizes): number {
  const size = sizeIn(completed(question, sizes))
  return question.shapes.reduce((most, { rows, cols }) => Math.max(most, size(rows) * size(cols)), 1)
}

/** Whether no two dimensions had the same size in all instances, so that none was mistaken for another. */
export function toldApart({ dimensions }: Question, instances: readonly Readonly<Record<string, number>>[]): boolean {
  if (dimensions.length > mostSizes) return true
  return dimensions.every((a, i) => dimensions.slice(0, i).every(b => instances.some(sizes => sizes[a] !== sizes[b])))
}

/** So many instances are needed to tell apart what only sizes tell apart. */
export function instancesForSizes({ length }: readonly string[]): number {
  return length === 0 ? 1 : length < 3 ? 2 : 4
}

/** Integer symbols are small and positive: they are exponents. Chance would now and then take the same one every time. */
const integers = [2, 3, 5, 4]
const largest = Math.max(...integers)

/** So many instances take every integer once in the place of each integer symbol. */
export const instancesForIntegers = integers.length

/**
 * So many instances take every choice of determinants of orthogonal matrices, 1 or -1, with odd sizes and with even ones:
 * det(-Q) = -1 holds for rotations of odd size and for reflections of even size.
 */
export function instancesForReflections(question: Question): number {
  const structures = question.symbols.map(symbol => structureOf(suppose(question, symbol)))
  const orthogonal = structures.filter(facts => has(facts, Fact.orthogonal)).length
  return orthogonal === 0 ? 1 : 2 ** (1 + Math.min(orthogonal, independentCoins))
}

/**
 * A random instance; undefined where a random structured matrix does not exist by accident. The turn, which counts
 * instances, chooses the integers, which orthogonal matrices are reflections and which positive definite ones are small.
 */
export function sampleInstance(
  question: Question,
  algebra: DualArithmetic,
  draw: Draw<DualMatrix>,
  sizes: Sizes,
  turn: number,
): Instance | undefined {
  return defined(() => sample(question, algebra, draw, sizes, turn))
}

function sample(
  question: Question,
  algebra: DualArithmetic,
  draw: Draw<DualMatrix>,
  sizes: Sizes,
  turn: number,
): Instance {
  const complete = completed(question, sizes)
  const size = sizeIn(complete)
  const values = new Map<string, DualMatrix>()
  let orthogonal = 0
  for (const plain of question.symbols) {
    const symbol = suppose(question, plain)
    const name = symbol.data!.name!
    if (has(symbol.facts, Fact.integer)) {
      // Several of them pass through all combinations of neighbours, and are different at first.
      const step = turn + values.size * (1 + Math.floor(turn / integers.length))
      const counts = question.numbered.get(name)?.map(({ data }) => size(data!.member!.count)) ?? []
      values.set(
        name,
        algebra.fromRows([[1 + ((integers[step % integers.length] - 1) % Math.min(...counts, largest))]]),
      )
      continue
    }
    const shape = [size(symbol.shape.rows), size(symbol.shape.cols)] as const
    const isOrthogonal = has(structureOf(symbol), Fact.orthogonal)
    const coins = Math.floor(turn / 2) >> (isOrthogonal ? orthogonal++ % independentCoins : 0)
    const { value, tangent } = sampleOf(question, algebra, plain, draw, shape, coins)
    values.set(name, algebra.dual(value, question.moves(name) ? tangent : undefined))
  }
  for (const [number, families] of question.numbered) {
    for (const { data } of question.moves(number) ? families : []) {
      const [name, { shape }] = [data!.name!, data!.member!]
      const own = algebra.toRows(values.get(number)!)[0][0] - 1
      const isOwn = (i: number, j: number) => (shape.rows === unit ? i : Math.floor(j / size(shape.cols))) === own
      const all = values.get(name)!
      const tangent = algebra.gather(algebra.tangent(all), all.rows, all.cols, (i, j) =>
        isOwn(i, j) ? [i, j] : undefined,
      )
      values.set(name, algebra.dual(all, tangent))
    }
  }
  return { sizes: complete, values }
}

/** Both sides at an instance; undefined where one of them has no value there, as at a singular matrix. */
export function bothSides(
  { left, right }: Comparison,
  algebra: DualArithmetic,
  { sizes, values }: Instance,
  observe?: (value: DualMatrix) => void,
): readonly [DualMatrix, DualMatrix] | undefined {
  return defined(() => {
    const [a, b] = evaluateAll([left, right], { algebra, values, sizes, observe })
    return [a, b] as const
  })
}

/** What is computed; undefined where it has no value, as at a singular matrix. */
export function defined<T>(compute: () => T): T | undefined {
  try {
    return compute()
  } catch (thrown) {
    if (problemOf(thrown)?.code === 'value') return undefined
    throw thrown
  }
}
