import {
  type Expression,
  eyeOperator,
  Fact,
  fillOperator,
  has,
  isScalar,
  negateRational,
  numberOf,
  one,
  Precedence,
  productOperator,
  type Rational,
  rational,
} from '@matrix-derive/core'
import type { Page } from '../page.ts'
import { isTall, negated, type Piece, piece } from '../piece.ts'
import { rationalPiece, signed, wrap, wrapFactors } from '../style.ts'
import { denominatorOf, writePower } from './power.ts'

/**
 * A product: coefficient, scalars, matrices, differentials, in the order of the node; scalars to a negative power
 * below the line. `matrix` replaces the piece of the only matrix of the product.
 */
export function writeProduct(page: Page, node: Expression, matrix?: Piece): Piece {
  const { style } = page
  const { operands } = node
  const value = numberOf(operands[0])
  const first = value === undefined ? 0 : 1
  const negative = value !== undefined && value.numerator < 0n
  const coefficient = value === undefined ? one : negative ? negateRational(value) : value
  const below = denominators(page, operands, first)
  const scalars: Piece[] = []
  const matrices: Piece[] = []
  for (let i = first; i < operands.length; i++) {
    if (below?.has(i)) continue
    const factor = operands[i]
    if (!isScalar(factor.shape)) matrices.push(matrix ?? writeFactor(page, operands, i))
    else if (has(factor.facts, Fact.differential)) matrices.push(page.of(factor))
    else scalars.push(writeScalar(page, factor))
  }
  const under = below === undefined ? [] : [...below.values()].reverse()
  const arrange = style.stacksFractions ? stacked : inline
  const body = arrange(page, { coefficient, scalars, matrices, under, isScalar: isScalar(node.shape) })
  return negative ? negated(body) : body
}

/** What is above and below the line, still to be set. */
interface Parts {
  readonly coefficient: Rational
  readonly scalars: readonly Piece[]
  /** The matrices, and behind them the scalars that hold a differential. */
  readonly matrices: readonly Piece[]
  readonly under: readonly Piece[]
  readonly isScalar: boolean
}

/** a*x/s on one line. */
function inline({ style }: Page, { coefficient, scalars, matrices, under }: Parts): Piece {
  const above = [...scalars, ...matrices]
  const factors =
    under.length === 0 ? wrapFactors(style, above) : above.map(factor => wrap(style, factor, Precedence.negation))
  const isUnit = coefficient.numerator === 1n && coefficient.denominator === 1n
  if (!isUnit || factors.length === 0) factors.unshift(rationalPiece(style, coefficient))
  const tight = under.map(factor => wrap(style, factor, Precedence.negation))
  let text = factors.length === 1 ? factors[0].text : style.product(factors)
  if (style.column !== 'text' && tight.length > 1)
    text = style.fraction(text, style.bracket(style.product(tight), false))
  else for (const { text: divisor } of tight) text = style.fraction(text, divisor)
  return piece(text, Precedence.product, 'other', isTall(factors))
}

/** The fraction of the scalars, then the matrices; a scalar goes into the fraction whole. */
function stacked({ style }: Page, { coefficient, scalars, matrices, under, isScalar: whole }: Parts): Piece {
  const set = (pieces: readonly Piece[]): string => {
    if (pieces.length === 1) return signed(style, pieces[0])
    return style.product(wrapFactors(style, pieces))
  }
  const above = whole ? [...scalars, ...matrices] : [...scalars]
  const behind = whole ? [] : matrices
  const front: Piece[] = []
  if (under.length === 0) {
    if (coefficient.numerator !== 1n || coefficient.denominator !== 1n) front.push(rationalPiece(style, coefficient))
    front.push(...above)
  } else {
    const divisor = coefficient.denominator === 1n ? under : [integer(style, coefficient.denominator), ...under]
    if (coefficient.numerator !== 1n || above.length === 0) above.unshift(integer(style, coefficient.numerator))
    front.push(piece(style.fraction(set(above), set(divisor)), Precedence.negation, 'other', true))
  }
  const factors = wrapFactors(style, [...front, ...behind])
  if (factors.length === 1) return factors[0]
  return piece(style.product(factors), Precedence.product, 'other', isTall(factors))
}

const integer = (style: Page['style'], value: bigint): Piece => rationalPiece(style, rational(value))

/**
 * The scalars that are written below the line, by position. Text must be read back as the same node, and there a
 * division at the end is the last scalar: only the last ones may be written so.
 */
function denominators(page: Page, factors: readonly Expression[], from: number): Map<number, Piece> | undefined {
  let below: Map<number, Piece> | undefined
  let end = from
  while (end < factors.length && isPlainScalar(factors[end])) end++
  for (let i = end - 1; i >= from; i--) {
    const inverted = denominatorOf(page, factors[i])
    if (inverted !== undefined) {
      below ??= new Map()
      below.set(i, inverted)
    } else if (page.style.column === 'text') break
  }
  return below
}

/** A scalar that is no product and no differential. The normal form of a product has these first. */
function isPlainScalar(factor: Expression): boolean {
  return isScalar(factor.shape) && factor.operator !== productOperator && !has(factor.facts, Fact.differential)
}

/** A scalar above the line: as the power that it is, even if alone it would be a fraction. */
function writeScalar(page: Page, scalar: Expression): Piece {
  if (denominatorOf(page, scalar) === undefined) return page.of(scalar)
  return writePower(page, page.of(scalar.operands[0]), page.of(scalar.operands[1]))
}

/** A matrix of the chain; the identity beside another matrix needs no size. */
function writeFactor(page: Page, factors: readonly Expression[], at: number): Piece {
  if (factors[at].operator !== eyeOperator) return page.of(factors[at])
  const says = (neighbour: Expression | undefined) =>
    neighbour !== undefined &&
    !isScalar(neighbour.shape) &&
    neighbour.operator !== eyeOperator &&
    neighbour.operator !== fillOperator
  return says(factors[at - 1]) || says(factors[at + 1]) ? page.style.eye(undefined) : page.of(factors[at])
}
