import { type Expression, isNamed, throughNames, visitUpward } from '@matrix-derive/core'
import { ownForms } from './own/forms.ts'
import { type Page, writeMark } from './page.ts'
import { atom, isTall, type Piece, piece } from './piece.ts'
import { bracketed, checkLength, column, type Style, signed, wrap } from './style.ts'

export interface PrintOptions {
  /** How an inverse is written as text: `X^-1` (the default) or `inv(X)`. */
  readonly inverse?: 'power' | 'function'
  /** Characters of output. A graph of n nodes may be a tree of 2^n: this stops it early. */
  readonly limit?: number
  /** Whether families of intermediates are written out: the language has names for single ones only. */
  readonly families?: 'named' | 'written out'
}

/** Five times the longest program that is read: more is for no reader. */
export const defaultOutputLimit = 1_000_000

/** Writes expressions of one store. @throws `limit-exceeded` when the text would be longer than the limit */
export type Printer = (expression: Expression) => string

/**
 * A printer that remembers: one piece for each node, operands first, each from the pieces of its operands alone.
 * The lines of a derivation share nearly everything, so each costs only what is new in it.
 */
export function createPrinter(style: Style, options: PrintOptions = {}): Printer {
  const { inverse = 'power', limit = defaultOutputLimit, families = 'named' } = options
  const pieces = new Map<Expression, Piece>()
  const page: Page = { style, inverse, of: node => pieces.get(node)! }
  const isWrittenOut = (node: Expression) => families === 'written out' && isNamed(node) && node.operands.length > 0
  const into = (node: Expression) => (isWrittenOut(node) ? throughNames(node) : node.operands)
  const isWritten = (node: Expression) => pieces.has(node)
  const writeDown = (node: Expression) => {
    const [below] = into(node)
    const inner = isWrittenOut(node) ? page.of(below) : write(page, node)
    const written = placed(style, inner, node)
    checkLength(written.text, limit)
    pieces.set(node, written)
  }
  return expression => {
    visitUpward(expression, isWritten, writeDown, into)
    return signed(style, page.of(expression))
  }
}

/** Writes one expression; see {@link createPrinter}. */
export function print(expression: Expression, style: Style, options: PrintOptions = {}): string {
  return createPrinter(style, options)(expression)
}

function placed(style: Style, written: Piece, node: Expression): Piece {
  if (style.place === undefined) return written
  const { text, indexed } = written
  const placed = { ...written, text: style.place(text, node) }
  return indexed === undefined
    ? placed
    : { ...placed, indexed: { ...indexed, letter: style.place(indexed.letter, node) } }
}

function write(page: Page, node: Expression): Piece {
  return ownForms.get(node.operator.name)?.(page, node) ?? writeByNotation(page, node)
}

/** An operator written as its notation says, with nothing the printer knows about it. */
function writeByNotation(page: Page, node: Expression): Piece {
  const { style } = page
  const { notation } = node.operator
  switch (notation.form) {
    case 'infix':
      return writeInfix(page, node, notation.precedence, column(style, notation))
    case 'postfix':
      return writeMark(page, page.of(node.operands[0]), column(style, notation))
    case 'delimited': {
      if (style.column === 'text') return writeCall(page, node, undefined)
      const [open, close] = notation[style.column]
      const inner = page.of(node.operands[0])
      return atom(style.delimited(open, signed(style, inner), close), 'bracket', inner.tall)
    }
    case 'function':
      return writeCall(page, node, style.column === 'text' ? undefined : notation[style.column])
    default:
      return writeCall(page, node, undefined)
  }
}

/** name(a, b). */
function writeCall(page: Page, node: Expression, given: string | undefined): Piece {
  return page.style.call(node.operator.name, given, node.operands.map(page.of))
}

/**
 * a ∘ b ∘ c. Operands of the same strength get brackets although the language reads from left to right:
 * nobody should have to know that (A*B) .* C needs none.
 */
function writeInfix(page: Page, node: Expression, level: number, sign: string): Piece {
  const { style } = page
  const operands = node.operands.map((operand, i) => {
    const inner = page.of(operand)
    const opensSame = i === 0 && operand.operator === node.operator && node.operands.length === 2
    return opensSame || inner.level > level ? wrap(style, inner, level) : bracketed(style, inner)
  })
  const signedOperands = operands.map(operand => ({ sign, text: signed(style, operand) }))
  const text = style.infix(signedOperands[0].text, signedOperands.slice(1))
  return piece(text, level, 'other', isTall(operands))
}
