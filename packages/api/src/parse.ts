import type { Expression } from '@matrix-derive/core'
import { readProgram } from '@matrix-derive/language'
import { toProgram } from '@matrix-derive/notation'
import type { Failure, ShapeText } from '@matrix-derive/request'
import { partsOf, refusal, type Using } from './using.ts'

export interface ParseOptions extends Using {
  /** Declarations by name: `{ A: 'matrix(m,n)' }`; what is missing is inferred. */
  readonly variables?: Readonly<Record<string, string>>
}

/** A program that was understood. */
export interface Parsed {
  readonly ok: true
  /** For {@link print}. Equal expressions of one program are one object. */
  readonly expression: Expression
  /** The program as this project writes it. Parsing that gives the same expression. */
  readonly text: string
  /** Rows and columns of the expression, as dimensions: `["m", "1"]`. */
  readonly shape: ShapeText
  /** The kind of every name, declared or inferred. */
  readonly variables: Readonly<Record<string, string>>
  /** What was inferred: `A: matrix(m,n)`. */
  readonly assumptions: readonly string[]
  /** What else the program could have meant, and how to say so. */
  readonly notes: readonly string[]
}

/**
 * Reads a program and says what it is: the kind of each name and the shape of the whole.
 *
 * Nothing is derived. Kinds and sizes that are not declared are inferred by unification (Robinson, 1965) so that the
 * whole program is well typed, and listed in `assumptions`.
 *
 * @param program an expression of the input language, after definitions
 * @returns `ok: true` with the expression; `ok: false` with `error`, whose code is `syntax`, `unknown-name`,
 * `unknown-function`, `shape-mismatch`, `not-square`, `arity`, `ambiguous`, `unsupported` or `limit-exceeded`
 */
export function parse(program: string, options: ParseOptions = {}): Parsed | Failure {
  const { question, using } = partsOf(options)
  try {
    const { expression, symbols, assumptions, notes, style } = readProgram({
      text: program,
      declarations: question.variables ?? {},
      operators: using.registry.operators,
      limits: using.limits,
    })
    return {
      ok: true,
      expression,
      text: toProgram(expression, { inverse: style.inverse }),
      shape: [expression.shape.rows, expression.shape.cols],
      variables: Object.fromEntries([...symbols].map(([name, { declaration }]) => [name, declaration])),
      assumptions: assumptions.map(({ text }) => text),
      notes,
    }
  } catch (thrown) {
    return refusal(thrown)
  }
}
