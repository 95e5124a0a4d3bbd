import { type Expression, Fact, type Facts, has, type Member, minusOne, rational, unit } from '@matrix-derive/core'
import type { Arithmetic, Random } from './arithmetic.ts'

/** How to draw a matrix without structure. */
export type Draw<M> = (rows: number, cols: number) => M

/** A matrix with its direction, both inside the structure the symbol is declared with. */
export interface Sample<M> {
  readonly value: M
  readonly tangent: M
}

const turned = <M>(algebra: Arithmetic<M>, x: M) =>
  algebra.gather(x, algebra.cols(x), algebra.rows(x), (i, j) => [j, i])

/** Which entries are kept. */
type Pattern = (i: number, j: number) => boolean

function masked<M>(algebra: Arithmetic<M>, x: M, keep: Pattern | undefined): M {
  if (keep === undefined) return x
  return algebra.gather(x, algebra.rows(x), algebra.cols(x), (i, j) => (keep(i, j) ? [i, j] : undefined))
}

function minus<M>(algebra: Arithmetic<M>, x: M): M {
  return algebra.scale(algebra.number(minusOne), x)
}

/** Which entries a structure leaves free; undefined for all of them. */
function pattern(facts: Facts): Pattern | undefined {
  if (has(facts, Fact.diagonal)) return (i, j) => i === j
  if (has(facts, Fact.lower)) return (i, j) => i >= j
  if (has(facts, Fact.upper)) return (i, j) => i <= j
  return undefined
}

/** So many symbols, or members of a family, have coins of their own. */
export const independentCoins = 4

const eighth = rational(1, 8)

/** The identity but for one entry, which is -1. */
function reflection<M>(algebra: Arithmetic<M>, size: number): M {
  const one = algebra.identity(size)
  const first = masked(algebra, one, i => i === 0)
  return algebra.add(one, algebra.scale(algebra.number(rational(-2)), first))
}

/**
 * A random value for the symbol and a random direction that keeps its structure: positive definite as A'A + I or an eighth
 * of that, so that determinants have logarithms of either sign; orthogonal by Cayley's (I - S)(I + S)⁻¹ with directions QS,
 * S skew. Every structured matrix but a thin set arises this way, where orthogonal ones come with a reflection and without:
 * Cayley's are rotations.
 * @param coins tossed for the symbol: the last bit says whether an orthogonal matrix has determinant -1, and which of the
 * two a positive definite one is; members of a family have one bit each
 * @throws `value` where Cayley's inverse does not exist; draw again
 */
export function sampleSymbol<M>(
  algebra: Arithmetic<M>,
  { facts, data }: Pick<Expression, 'facts' | 'data'>,
  draw: Draw<M>,
  [rows, cols]: readonly [number, number],
  coins = 0,
): Sample<M> {
  const member = data?.member
  if (member !== undefined && member.facts !== Fact.none) {
    return sampleFamily(algebra, member, draw, [rows, cols], coins)
  }
  const symmetric = () => {
    const x = masked(algebra, draw(rows, cols), pattern(facts))
    return has(facts, Fact.diagonal) ? x : algebra.add(x, turned(algebra, x))
  }
  const skew = () => {
    const x = draw(rows, cols)
    return algebra.add(x, minus(algebra, turned(algebra, x)))
  }
  if (has(facts, Fact.positiveDefinite)) {
    const root = masked(algebra, draw(rows, cols), pattern(facts))
    const large = algebra.add(algebra.multiply(turned(algebra, root), root), algebra.identity(rows))
    const value = coins % 2 === 0 ? large : algebra.scale(algebra.number(eighth), large)
    return { value, tangent: symmetric() }
  }
  if (has(facts, Fact.orthogonal)) {
    const s = skew()
    const eye = algebra.identity(rows)
    const rotation = algebra.multiply(algebra.add(eye, minus(algebra, s)), algebra.inverse(algebra.add(eye, s)))
    const value = coins % 2 === 0 ? rotation : algebra.multiply(rotation, reflection(algebra, rows))
    return { value, tangent: algebra.multiply(value, skew()) }
  }
  if (has(facts, Fact.skew)) return { value: skew(), tangent: skew() }
  if (has(facts, Fact.symmetric)) return { value: symmetric(), tangent: symmetric() }
  const free = () => masked(algebra, draw(rows, cols), pattern(facts))
  return { value: free(), tangent: free() }
}

/** All members, each inside the structure that the family is declared with: they are square, or scalars. */
function sampleFamily<M>(
  algebra: Arithmetic<M>,
  { facts, shape }: Member,
  draw: Draw<M>,
  [rows, cols]: readonly [number, number],
  coins: number,
): Sample<M> {
  const side = Math.min(rows, cols)
  const place = (x: M, k: number) =>
    algebra.gather(x, rows, cols, (i, j) => {
      const [down, right] = shape.rows === unit ? [k, 0] : [0, k * side]
      const [row, col] = [i - down, j - right]
      return row >= 0 && row < side && col >= 0 && col < side ? [row, col] : undefined
    })
  const both = Array.from({ length: Math.max(rows, cols) / side }, (_, k) => {
    const own = coins >> (k % independentCoins)
    const { value, tangent } = sampleSymbol(algebra, { facts, data: undefined }, draw, [side, side], own)
    return { value: place(value, k), tangent: place(tangent, k) }
  })
  return both.reduce((all, next) => ({
    value: algebra.add(all.value, next.value),
    tangent: algebra.add(all.tangent, next.tangent),
  }))
}

/** Entries drawn one by one. */
export function drawEntries<M>(algebra: Arithmetic<M>, entry: () => number): Draw<M> {
  return (rows, cols) => algebra.fromRows(Array.from({ length: rows }, () => Array.from({ length: cols }, entry)))
}

/**
 * Ways to draw real matrices, one for each kind of domain: anything; positive entries, for logarithms and roots of them;
 * square matrices near a multiple of I, for determinants under a logarithm and for matrix functions; entries below 1.
 * Anything comes most often, and numbers are negative first: sqrt(x^2) = x is true for all others.
 */
export function realDraws<M>(algebra: Arithmetic<M>, random: Random): Draw<M>[] {
  const signed = drawEntries(algebra, () => 2 * random() - 1)
  const negative: Draw<M> = (rows, cols) =>
    rows === 1 && cols === 1 ? algebra.fromRows([[-0.1 - random()]]) : signed(rows, cols)
  const dominant: Draw<M> = (rows, cols) =>
    algebra.fromRows(
      Array.from({ length: rows }, (_, i) =>
        Array.from({ length: cols }, (_, j) => (rows === cols && i === j ? 1.5 : 0) + 0.4 * random()),
      ),
    )
  const positive = drawEntries(algebra, () => 0.2 + random())
  const small = drawEntries(algebra, () => 0.05 + 0.2 * random())
  return [negative, dominant, signed, positive, signed, small]
}

/**
 * Ways to draw matrices beyond where functions with a kink have it: relu(x - 4) is not 0 only for x > 4. Above all numbers that
 * are written, below them, with either sign, and above their logarithms.
 * @param largest the largest number that is written
 */
export function farDraws<M>(algebra: Arithmetic<M>, random: Random, largest: number): Draw<M>[] {
  const beyond = (bound: number) => bound * (1 + 3 * random())
  const above = drawEntries(algebra, () => beyond(largest))
  const below = drawEntries(algebra, () => -beyond(largest))
  const either = drawEntries(algebra, () => (random() < 0.5 ? -1 : 1) * beyond(largest))
  const aboveLogarithm = drawEntries(algebra, () => beyond(1 + Math.log(largest)))
  return [above, below, either, aboveLogarithm, either]
}

export function shuffled<T>(items: readonly T[], random: Random): T[] {
  const result = [...items]
  for (let i = result.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[result[i], result[j]] = [result[j], result[i]]
  }
  return result
}
