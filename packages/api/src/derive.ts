import { answer, type DerivationRequest, type Success as Derived, type Failure } from '@matrix-derive/request'
import { partsOf, type Using } from './using.ts'

/** What to derive by, and what to say of it: the fields of a request in JSON. */
export interface DeriveOptions extends Omit<DerivationRequest, 'id' | 'expression'>, Using {}

export type { Derived }

/**
 * Derives a program by its variables and proves the result by computation.
 *
 * The derivative has the shape that the layout gives it: by an n×1 vector, a scalar has a derivative of 1×n in numerator
 * layout and of n×1 in denominator and mixed layout. The method is that of differentials: Magnus and Neudecker, Matrix
 * Differential Calculus (1999), chapters 5 and 9.
 *
 * @param program an expression of the input language, after definitions of intermediates: `y = W*x + b; norm2(y)^2`
 * @param options `wrt` is required: the name to derive by, or several
 * @returns `ok: true` with the derivative as a program again (`text`) and in LaTeX, its shape, what was inferred, what it
 * relies on, every identity with its version and, with `steps: true`, every line; `ok: false` with `error` for a program
 * that cannot be derived. Its code is `syntax`, `unknown-name`, `unknown-function`, `shape-mismatch`, `not-square`,
 * `arity`, `ambiguous`, `not-differentiable`, `unsupported`, `value`, `plugin`, `limit-exceeded` or `cancelled`.
 */
export async function derive(program: string, options: DeriveOptions): Promise<Derived | Failure> {
  const { question, using } = partsOf(options)
  return (await answer({ ...question, expression: program }, using)) as Derived | Failure
}
