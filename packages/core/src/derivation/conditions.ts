import { certainties, type PartialCertainty } from '../certainty/certainty.ts'
import { canonicalPredicate, isCertain, supposedBy } from '../certainty/demand.ts'
import type { Expression } from '../expression/expression.ts'
import { Fact, has } from '../expression/facts.ts'
import { definitionOf, isNamed, isSymbol } from '../expression/symbols.ts'
import { reachable, substituteThroughNames, throughNames } from '../expression/walk.ts'
import type { Condition } from '../identity/identity.ts'
import { plainConditions } from './plain-conditions.ts'
import type { Block } from './step.ts'
import type { Work } from './work.ts'
import { withoutNames } from './written-out.ts'

/** More conditions than these are said as they are: to write each out and to look at every pair would take longer than deriving. */
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
  const assumed = new Map<string, Condition>()
  for (const { steps } of blocks) {
    for (const { conditions } of steps) {
      for (const condition of conditions) assumed.set(`${condition.predicate} ${condition.expression.id}`, condition)
    }
  }
  const isLong = assumed.size > mostCompared
  const numbers = numbersOfTerms(blocks)
  const conditions = new Map<string, Condition>()
  for (const { predicate, expression } of assumed.values()) {
    const plain = isLong ? expression : writtenOut(work, expression)
    const every = numbers(plain)
    const whole = {
      predicate,
      expression: substituteThroughNames(store, plain, own),
      ...(every.length > 0 && { every }),
    }
    for (const condition of plainConditions(store, whole)) {
      const key = `${canonicalPredicate(condition)} ${definitionOf(condition.expression).id}`
      if (!conditions.has(key)) conditions.set(key, condition)
    }
  }
  const applied = (name: string, x: Expression) => {
    const operator = registry.operator(name)
    return operator && store.apply(operator, [x])
  }
  const known = certainties()
  const open = [...conditions.values()].filter(condition => !isCertain(condition, known, applied))
  if (isLong) return open
  // The longest first: of two that say the same the simpler one stays.
  const needed = new Set(open)
  for (const condition of [...open].sort((a, b) => b.expression.cost - a.expression.cost)) {
    needed.delete(condition)
    if (!isCertain(condition, certainties(supposed([...needed])), applied)) needed.add(condition)
  }
  return open.filter(condition => needed.has(condition))
}

/** The numbers of terms in an expression: integers of which f and the variables do not speak. */
function numbersOfTerms(blocks: readonly Block[]): (expression: Expression) => Expression[] {
  const whole = blocks.flatMap(({ left, start }) =>
    left.kind === 'differential' && left.of === undefined ? [start, ...left.variables] : [],
  )
  const spoken = new Set(reachable(whole, throughNames))
  const isNumber = (node: Expression) => isSymbol(node) && has(node.facts, Fact.integer) && !spoken.has(node)
  return expression => reachable([expression], throughNames).filter(isNumber)
}

/** Without the names of the derivation; what the program calls by a name of its own keeps it. */
function writtenOut(work: Pick<Work, 'store' | 'written' | 'introduced'>, expression: Expression): Expression {
  const isOwn = isNamed(expression) && !work.introduced.has(expression.data!.name!)
  return isOwn ? expression : (withoutNames(work, expression) ?? expression)
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
