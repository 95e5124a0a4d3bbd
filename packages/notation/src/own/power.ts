import {
  type Expression,
  isInteger,
  isNegative,
  isScalar,
  negateRational,
  numberOf,
  Precedence,
} from '@matrix-derive/core'
import { markable, type Page } from '../page.ts'
import { type Piece, piece } from '../piece.ts'
import { rationalPiece, signed, wrap } from '../style.ts'

/** base^exponent, or base.^exponent. */
export function writePower(page: Page, base: Piece, exponent: Piece, entrywise = false): Piece {
  const { style } = page
  const inner = markable(page, base, true)
  const text = style.power(inner.text, exponent, entrywise, inner.indexed)
  const look = style.stacksMarks ? 'power' : inner.look
  return piece(text, Precedence.postfix, look, inner.tall)
}

/**
 * What a scalar is one over: s^2 for s^-2. Text must be read back as the same node, and there 1/s^(1/2) is not
 * s^(-1/2); the other styles put every negative power below the line.
 */
export function denominatorOf(page: Page, node: Expression): Piece | undefined {
  if (node.operator.name !== 'power' || !isScalar(node.shape)) return undefined
  const exponent = numberOf(node.operands[1])
  if (exponent === undefined || !isNegative(exponent)) return undefined
  const base = page.of(node.operands[0])
  if (exponent.numerator === -1n && exponent.denominator === 1n) return base
  if (page.style.column === 'text' && !isInteger(exponent)) return undefined
  return writePower(page, base, rationalPiece(page.style, negateRational(exponent)))
}

/** A power on its own; that of a scalar to a negative number is a fraction. */
export function writePowerNode(page: Page, node: Expression): Piece {
  const { style } = page
  const below = denominatorOf(page, node)
  if (below === undefined) return writePower(page, page.of(node.operands[0]), page.of(node.operands[1]))
  if (style.stacksFractions)
    return piece(style.fraction(style.number('1'), signed(style, below)), Precedence.negation, 'other', true)
  return piece(style.fraction(style.number('1'), wrap(style, below, Precedence.negation).text), Precedence.product)
}
