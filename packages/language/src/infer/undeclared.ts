import type { Dimension, Span } from '@matrix-derive/core'
import type { Model, OpenShape } from './model.ts'
import { one } from './solver.ts'

/** Notes a name that nobody declared, or a family of `count` such values. */
export function inferAs({ solver, inferred }: Model, name: string, span: Span, count?: Dimension): OpenShape {
  const first = name.replace(/^_+/, '')[0] ?? 'x'
  const lower = first.toLowerCase() === first
  const rows = solver.open(!lower)
  if (lower) solver.lean(rows, first >= 'a' && first <= 'g' ? 'one' : 'more')
  const known = {
    name,
    span,
    lower,
    rows,
    cols: lower ? one : solver.open(true),
    ...(count !== undefined && { count }),
  }
  inferred.set(name, known)
  return known
}
