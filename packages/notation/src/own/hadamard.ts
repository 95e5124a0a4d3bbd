import {
  type Expression,
  isInteger,
  isNegative,
  isOne,
  negateRational,
  numberOf,
  Precedence,
} from '@matrix-derive/core'
import type { Page } from '../page.ts'
import { isTall, type Piece, piece } from '../piece.ts'
import { rationalPiece, type Signed, signed, wrap } from '../style.ts'
import { inContext } from './context.ts'
import { writePower } from './power.ts'

/** What the entries are one over: X.^2 for X.^-2. */
function divisorOf(page: Page, node: Expression): Piece | undefined {
  if (node.operator.name !== 'hadamard-power') return undefined
  const exponent = numberOf(node.operands[1])
  if (exponent === undefined || !isNegative(exponent) || !isInteger(exponent)) return undefined
  const base = page.of(node.operands[0])
  const positive = negateRational(exponent)
  return isOne(positive) ? base : writePower(page, base, rationalPiece(page.style, positive), true)
}

const tight = (page: Page, operand: Piece): Piece => wrap(page.style, operand, Precedence.negation)

/** A .* B ./ C: factors to a negative power are divisors, unless the product would begin with one. */
export function writeHadamard(page: Page, node: Expression): Piece {
  const { style } = page
  const { notation } = node.operator
  const times = notation.form === 'infix' ? notation[style.column] : '.*'
  const written = inContext(page, node.operands)
  const first = tight(page, written[0])
  const rest: Signed[] = []
  const operands = [first]
  for (let i = 1; i < written.length; i++) {
    const divisor = divisorOf(page, node.operands[i])
    const operand = tight(page, divisor ?? written[i])
    operands.push(operand)
    rest.push({ sign: divisor === undefined ? times : style.entrywiseQuotient, text: signed(style, operand) })
  }
  return piece(style.infix(signed(style, first), rest), Precedence.product, 'other', isTall(operands))
}

/** X.^p, and 1 ./ X.^p for X.^-p. */
export function writeHadamardPower(page: Page, node: Expression): Piece {
  const { style } = page
  const divisor = divisorOf(page, node)
  if (divisor === undefined) return writePower(page, page.of(node.operands[0]), page.of(node.operands[1]), true)
  const { text, tall } = tight(page, divisor)
  const quotient = style.infix(style.number('1'), [{ sign: style.entrywiseQuotient, text }])
  return piece(quotient, Precedence.product, 'other', tall)
}
