import { type Condition, demandOf } from '@matrix-derive/core'
import type { DualArithmetic } from './dual.ts'
import { createEvaluator } from './evaluate.ts'
import { defined, type Instance, type Question } from './question.ts'

/** What the conditions of a derivation may demand of the entries; `<>` holds at nearly every point. */
function demandedOf(condition: Condition): ((entry: number) => boolean) | undefined {
  const demand = demandOf(condition)
  if (demand === undefined || demand.relation === '<>') return undefined
  if (demand.of !== undefined && demand.of !== 'abs') return undefined
  const [{ relation }, bound] = [demand, Number(demand.bound)]
  const size = (entry: number) => (demand.of === 'abs' ? Math.abs(entry) : entry)
  if (relation === '<') return entry => size(entry) < bound
  return relation === '>' ? entry => size(entry) > bound : entry => size(entry) >= bound
}

/** Whether what the question supposes holds at a point of the real numbers. */
export function holdsAt({ supposing }: Question, algebra: DualArithmetic, { values, sizes }: Instance): boolean {
  // What is demanded of every term of a sum is left to the values: outside of its domain a function has none.
  const open = (supposing.conditions ?? []).flatMap(condition => {
    const holds = condition.expression.free === 0 ? demandedOf(condition) : undefined
    return holds === undefined ? [] : [{ holds, expression: condition.expression }]
  })
  if (open.length === 0) return true
  const evaluate = createEvaluator({ algebra, values, sizes })
  return defined(() => open.every(({ holds, expression }) => evaluate(expression).value.every(holds))) ?? false
}
