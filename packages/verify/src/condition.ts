import type { Condition } from '@matrix-derive/core'
import type { DualArithmetic } from './dual.ts'
import { createEvaluator } from './evaluate.ts'
import { defined, type Instance, type Question } from './question.ts'

/**
 * What the conditions of a derivation demand of the entries, by predicate. The others, such as `invertible` and
 * `x <> 0`, hold at nearly every point.
 */
const demands: Readonly<Record<string, (entry: number) => boolean>> = {
  positive: entry => entry > 0,
  nonnegative: entry => entry >= 0,
  'x > 0': entry => entry > 0,
  'abs(x) < 1': entry => Math.abs(entry) < 1,
}

/** Whether what the question supposes holds at a point of the real numbers. */
export function holdsAt({ supposing }: Question, algebra: DualArithmetic, { values, sizes }: Instance): boolean {
  // What is demanded of every term of a sum is left to the values: outside of its domain a function has none.
  const open = (supposing.conditions ?? []).filter(
    ({ predicate, expression }) => Object.hasOwn(demands, predicate) && expression.free === 0,
  )
  if (open.length === 0) return true
  const evaluate = createEvaluator({ algebra, values, sizes })
  const holds = ({ predicate, expression }: Condition) => evaluate(expression).value.every(demands[predicate])
  return defined(() => open.every(holds)) ?? false
}
