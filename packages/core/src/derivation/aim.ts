import type { Expression } from '../expression/expression.ts'
import type { Kind } from '../expression/shape.ts'
import type { LinearForm } from './linear-form.ts'
import type { Block } from './step.ts'

/** What a line is about. */
export interface Aim {
  /** The kind of f, which decides the linear form. */
  readonly of: Kind
  readonly variables: ReadonlySet<Expression>
  /** Those of them whose derivative is still to be read off. */
  readonly wanted: ReadonlySet<Expression>
  /** The intermediates that the program did not name but this derivation did. */
  readonly introduced: Set<Expression>
  /** Where blocks are recorded. */
  readonly blocks: Block[]
  /** What was read off while the line was still matrix-valued: the derivatives by scalars. */
  readonly found: Map<Expression, LinearForm>
  /** Whether d(y) of an intermediate is found before d(f): for a matrix-valued f of scalars. */
  readonly forward: boolean
  /** The differentials of intermediates already found, for lines that run forward. */
  readonly known: Map<Expression, Expression>
}
