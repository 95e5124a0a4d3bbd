import { type Expression, isNumber, minusOne, Precedence } from '@matrix-derive/core'
import type { Page } from '../page.ts'
import { isTall, type Piece, piece } from '../piece.ts'
import { type Signed, signed, wrap } from '../style.ts'
import { inContext } from './context.ts'
import { writePower } from './power.ts'

/** The X of X.^-1. */
function invertedOperand(node: Expression): Expression | undefined {
  return node.operator.name === 'hadamard-power' && isNumber(node.operands[1], minusOne) ? node.operands[0] : undefined
}

const tight = (page: Page, operand: Piece): Piece => wrap(page.style, operand, Precedence.negation)

/** A .* B ./ C: factors to the -1 are divisors, unless the product would begin with one. */
export function writeHadamard(page: Page, node: Expression): Piece {
  const { style } = page
  const { notation } = node.operator
  const times = notation.form === 'infix' ? notation[style.column] : '.*'
  const written = inContext(page, node.operands)
  const first = tight(page, written[0])
  const rest: Signed[] = []
  const operands = [first]
  for (let i = 1; i < written.length; i++) {
    const divisor = invertedOperand(node.operands[i])
    const operand = tight(page, divisor === undefined ? written[i] : page.of(divisor))
    operands.push(operand)
    rest.push({ sign: divisor === undefined ? times : style.entrywiseQuotient, text: signed(style, operand) })
  }
  return piece(style.infix(signed(style, first), rest), Precedence.product, 'other', isTall(operands))
}

/** X.^p, and 1 ./ X for X.^-1. */
export function writeHadamardPower(page: Page, node: Expression): Piece {
  const { style } = page
  const divisor = invertedOperand(node)
  if (divisor === undefined) return writePower(page, page.of(node.operands[0]), page.of(node.operands[1]), true)
  const { text, tall } = tight(page, page.of(divisor))
  return piece(
    style.infix(style.number('1'), [{ sign: style.entrywiseQuotient, text }]),
    Precedence.product,
    'other',
    tall,
  )
}
