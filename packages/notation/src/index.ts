import type { Expression, Shape } from '@matrix-derive/core'
import { type PrintOptions, print } from './printer.ts'
import { latexStyle } from './styles/latex.ts'
import { mathmlStyle } from './styles/mathml.ts'
import { textStyle } from './styles/text.ts'
import { dimensionToUnicode, unicodeStyle } from './styles/unicode.ts'

export { latexText } from './latex-text.ts'
export type { Look, Piece } from './piece.ts'
export { createPrinter, defaultOutputLimit, type Printer, type PrintOptions, print } from './printer.ts'
export { toProgram } from './program.ts'
export type { Signed, Style } from './style.ts'
export { dimensionToLatex, latexStyle, shapeToLatex } from './styles/latex.ts'
export * as mathml from './styles/mathml.ts'
export { addressedMathmlStyle, mathmlStyle } from './styles/mathml.ts'
export { textStyle } from './styles/text.ts'
export { dimensionToUnicode, unicodeStyle } from './styles/unicode.ts'

/** The input language: what it gives is read back as the same node. @throws `limit-exceeded` */
export function toText(expression: Expression, options?: PrintOptions): string {
  return print(expression, textStyle, options)
}

/** One line for people: `2xᵀA`, `B·A·dX`. @throws `limit-exceeded` */
export function toUnicode(expression: Expression, options?: PrintOptions): string {
  return print(expression, unicodeStyle, options)
}

/** Math mode of an article with amsmath. @throws `limit-exceeded` */
export function toLatex(expression: Expression, options?: PrintOptions): string {
  return print(expression, latexStyle, options)
}

/** A formula for a page: MathML Core, in one `math` element. @throws `limit-exceeded` */
export function toMathml(expression: Expression, options?: PrintOptions): string {
  return `<math xmlns="http://www.w3.org/1998/Math/MathML">${print(expression, mathmlStyle, options)}</math>`
}

/** `m×n`, `mn×p`. */
export function shapeToUnicode({ rows, cols }: Shape): string {
  return `${dimensionToUnicode(rows)}×${dimensionToUnicode(cols)}`
}
