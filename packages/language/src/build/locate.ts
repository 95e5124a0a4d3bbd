import { DerivationError, fail, type Operator, problemOf, type Span } from '@matrix-derive/core'
import type { Scope } from '../scope.ts'

/** Runs something that knows no text; what it throws is said to be about this part. */
export function located<T>(span: Span, run: () => T): T {
  try {
    return run()
  } catch (thrown) {
    const problem = problemOf(thrown)
    if (problem === undefined || problem.span !== undefined) throw thrown
    throw new DerivationError({ ...problem, span })
  }
}

/** An operator that the language itself writes with a sign. @throws `unknown-function` when it was not given */
export function operatorNamed({ operators }: Scope, name: string, span: Span): Operator {
  return operators.get(name) ?? fail('unknown-function', `Expected the operator "${name}" to be installed.`, { span })
}
