import type { Expression } from '@matrix-derive/core'
import { toLatex, toMathml, toProgram, toUnicode } from '@matrix-derive/notation'

/** `text` is input again; the others are for people and pages. */
export type NotationName = 'text' | 'unicode' | 'latex' | 'mathml'

const notations: Readonly<Record<NotationName, (expression: Expression) => string>> = {
  text: toProgram,
  unicode: toUnicode,
  latex: toLatex,
  mathml: toMathml,
}

/**
 * Writes an expression.
 *
 * @param expression of {@link parse}
 * @param notation `text`, the input language; `unicode`, one line for people; `latex`, for an article with amsmath;
 * `mathml`, MathML Core in one `math` element
 * @throws DerivationError with the code `limit-exceeded` for an expression that shares so much that it would never end
 */
export function print(expression: Expression, notation: NotationName = 'text'): string {
  return notations[notation](expression)
}
