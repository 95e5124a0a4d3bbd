import { certainties, type PartialCertainty } from '../certainty/certainty.ts'
import { canonicalPredicate, isCertain, supposedBy } from '../certainty/demand.ts'
import type { Expression } from '../expression/expression.ts'
import { definitionOf, isNamed } from '../expression/symbols.ts'
import { substituteThroughNames } from '../expression/walk.ts'
import type { Condition } from '../identity/identity.ts'
import type { Block } from './step.ts'
import type { Work } from './work.ts'
import { withoutNames } from './written-out.ts'

/** Of more conditions than these it is not asked which follow from the others: every pair would be looked at. */
const mostCompared = 24

/**
 * What the steps of the blocks relied on, each once, said of the variables as they are. What is certain anyway, and what
 * follows from the rest, is not worth saying.
 * @param own what variables without their structure stand for
 */
export function conditionsOf(
  work: Pick<Work, 'store' | 'registry' | 'written' | 'introduced'>,
  blocks: readonly Block[],
  own: ReadonlyMap<Expression, Expression>,
): Condition[] {
  const { store, registry } = work
  const conditions = new Map<string, Condition>()
  for (const { steps } of blocks) {
    for (const step of steps) {
      for (const { predicate, expression } of step.conditions) {
        // What the program calls by a name of its own keeps it.
        const isNamedByProgram = isNamed(expression) && !work.introduced.has(expression)
        const plain = isNamedByProgram ? expression : (withoutNames(work, expression) ?? expression)
        const about = substituteThroughNames(store, plain, own)
        const condition = { predicate, expression: about }
        const key = `${canonicalPredicate(condition)} ${definitionOf(about).id}`
        if (!conditions.has(key)) conditions.set(key, condition)
      }
    }
  }
  const applied = (name: string, x: Expression) => {
    const operator = registry.operator(name)
    return operator && store.apply(operator, [x])
  }
  const known = certainties()
  const open = [...conditions.values()].filter(condition => !isCertain(condition, known, applied))
  if (open.length > mostCompared) return open
  // The longest first: of two that say the same the simpler one stays.
  const needed = new Set(open)
  for (const condition of [...open].sort((a, b) => b.expression.cost - a.expression.cost)) {
    needed.delete(condition)
    if (!isCertain(condition, certainties(supposed([...needed])), applied)) needed.add(condition)
  }
  return open.filter(condition => needed.has(condition))
}

/** What conditions say together. */
function supposed(conditions: readonly Condition[]): Map<Expression, PartialCertainty> {
  const all = new Map<Expression, PartialCertainty>()
  for (const condition of conditions) {
    const about = definitionOf(condition.expression)
    all.set(about, { ...all.get(about), ...supposedBy(condition) })
  }
  return all
}
