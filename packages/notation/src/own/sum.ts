import { type Expression, Precedence } from '@matrix-derive/core'
import type { Page } from '../page.ts'
import { isTall, type Piece, piece } from '../piece.ts'
import { wrap } from '../style.ts'
import { inContext } from './context.ts'

/** a - b + c. A term's minus becomes the sum's; everything else that binds as weakly as a sum is bracketed. */
export function writeSum(page: Page, node: Expression): Piece {
  const { style } = page
  const terms = inContext(page, node.operands).map(term => wrap(style, term, Precedence.product))
  return piece(style.sum(terms), Precedence.sum, 'other', isTall(terms))
}
