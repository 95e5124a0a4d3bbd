import { type Expression, Precedence } from '@matrix-derive/core'
import { type Piece, piece } from './piece.ts'
import { bracketed, type Style, wrap } from './style.ts'

/** What one pass knows: the style, the options, and the pieces of everything below the node at hand. */
export interface Page {
  readonly style: Style
  readonly inverse: 'power' | 'function'
  of(node: Expression): Piece
}

/** How a node with a form of its own is written. */
export type Write = (page: Page, node: Expression) => Piece

/**
 * The operand as something that a mark or an exponent may follow. A power may not be raised again, in any style:
 * a^b^c means two things to two readers.
 */
export function markable({ style }: Page, operand: Piece, raises: boolean): Piece {
  if (raises && operand.look === 'power') return bracketed(style, operand)
  return wrap(style, operand, style.stacksMarks ? Precedence.postfix : Precedence.atom)
}

/** A mark behind the operand, `raises` for one that is an exponent. */
export function writeMark(page: Page, operand: Piece, mark: string, raises = mark.startsWith('^')): Piece {
  const inner = markable(page, operand, raises)
  const look = page.style.stacksMarks && raises ? 'power' : inner.look
  return piece(page.style.mark(inner.text, mark, inner.indexed), Precedence.postfix, look, inner.tall)
}
