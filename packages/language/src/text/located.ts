import { DerivationError, problemOf, type Span } from '@matrix-derive/core'

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
