import {
  type Dimension,
  type Expression,
  fail,
  type Notation,
  Precedence,
  type Rational,
  type Shape,
} from '@matrix-derive/core'
import { atom, type Indexed, type Piece, piece } from './piece.ts'

/** A term of a sum or a factor of an infix chain: its text, and the sign that stands before it. */
export interface Signed {
  readonly sign: string
  readonly text: string
}

/**
 * How one output language writes things. The printer decides what is written and where brackets are needed, a style
 * only how. A new output language is one more of these.
 */
export interface Style {
  /** The column of an operator's {@link Notation} it reads. */
  readonly column: 'text' | 'unicode' | 'latex'
  /** Whether a mark may follow another mark, as in `X^-1'`. */
  readonly stacksMarks: boolean
  /** Whether fractions are stacked, which makes them bind like one symbol. */
  readonly stacksFractions: boolean
  /** The mark of an inverse transposed; undefined where both marks are written. */
  readonly inverseTransposed: string | undefined
  readonly entrywiseQuotient: string
  symbol(name: string): Piece
  /** The digits of a whole number. */
  number(digits: string): string
  bracket(text: string, tall: boolean): string
  /** Between the delimiters of an operator's notation. */
  delimited(open: string, text: string, close: string): string
  negate(text: string): string
  /** `first` is written without its sign if that is a plus. */
  sum(terms: readonly Piece[]): string
  product(factors: readonly Piece[]): string
  infix(first: string, rest: readonly Signed[]): string
  mark(operand: string, mark: string, indexed?: Indexed): string
  /** base^exponent; `entrywise` for the Hadamard power. */
  power(base: string, exponent: Piece, entrywise: boolean, indexed?: Indexed): string
  fraction(numerator: string, denominator: string): string
  /** A function before its operands; `given` is its name by the operator's notation. */
  call(name: string, given: string | undefined, operands: readonly Piece[]): Piece
  differential(operand: Piece): Piece
  /** The identity; `size` is undefined where the surroundings fix it. */
  eye(size: Dimension | undefined): Piece
  ones(shape: Shape): Piece
  zeros(shape: Shape): Piece
  /** Ones whose size the surroundings fix. */
  sizelessOnes(shape: Shape): Piece
  /** The K with K*vec(A) = vec(A') for A of this shape. */
  commutation(shape: Shape): Piece
  /** The sum of the term for index = 1, ..., limit. */
  series(index: Piece, limit: Piece, term: Piece): Piece
  /** x[i], by the name of the family; of anything else that is written already. */
  member(family: string | Piece, index: Piece): Piece
  /** All members from the first to the last: side by side, or one below the other. */
  members(first: Piece, last: Piece, down: boolean): Piece
  /** The D with D*vech(A) = vec(A), or the L with L*vec(A) = vech(A), for A of this size. */
  triangular(name: 'duplication' | 'elimination', size: Dimension): Piece
  /** The derivative of a matrix function at the first operand in the direction of the second. */
  frechet(name: string, operands: readonly Piece[]): Piece
  /** Marks what was written as the place of a node. */
  place?(text: string, node: Expression): string
}

/** The text with its sign. */
export function signed(style: Style, { text, negative }: Piece): string {
  return negative ? style.negate(text) : text
}

/** The piece as something that binds at least as tightly as `level`: in brackets if need be. */
export function wrap(style: Style, inner: Piece, level: number): Piece {
  const actual = inner.negative ? Math.min(inner.level, Precedence.product) : inner.level
  return actual >= level ? inner : bracketed(style, inner)
}

/** Factors in brackets where they need some; what reaches as far as it can needs none at the end. */
export function wrapFactors(style: Style, factors: readonly Piece[]): Piece[] {
  return factors.map((factor, i) => {
    if (!reachesOn(factor)) return wrap(style, factor, Precedence.negation)
    return i === factors.length - 1 ? factor : bracketed(style, factor)
  })
}

/** Whether what stands behind a piece is read as part of it: as a factor of ∑ᵢ xᵢ, or of what log det(X) is the log of. */
function reachesOn({ look, level }: Piece): boolean {
  return look === 'sum' || (look === 'operator' && level < Precedence.atom)
}

export function bracketed(style: Style, inner: Piece): Piece {
  return atom(style.bracket(signed(style, inner), inner.tall), 'bracket', inner.tall)
}

/** A number; the sign is kept apart. */
export function rationalPiece(style: Style, { numerator, denominator }: Rational): Piece {
  const negative = numerator < 0n
  const above = style.number(String(negative ? -numerator : numerator))
  if (denominator === 1n) return piece(above, Precedence.atom, 'number', false, negative)
  const level = style.stacksFractions ? Precedence.negation : Precedence.product
  return piece(
    style.fraction(above, style.number(String(denominator))),
    level,
    'other',
    style.stacksFractions,
    negative,
  )
}

/** What the operator's notation says for this style. */
export function column<F extends Notation & { form: 'infix' | 'postfix' }>(style: Style, notation: F): string {
  return notation[style.column]
}

export function checkLength(text: string, limit: number): void {
  if (text.length <= limit) return
  fail(
    'limit-exceeded',
    `Expected at most ${limit} characters of output; name intermediate results, which are written once.`,
  )
}
