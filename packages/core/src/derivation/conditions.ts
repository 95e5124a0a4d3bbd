import type { Expression } from '../expression/expression.ts'
import { Fact, type Facts } from '../expression/facts.ts'
import type { Store } from '../expression/store.ts'
import { substituteThroughNames } from '../expression/walk.ts'
import type { Condition } from '../identity/identity.ts'
import type { Block } from './step.ts'

/** What the structure of an expression says of it. */
const fulfilled: Readonly<Record<string, Facts>> = {
  invertible: Fact.positiveDefinite | Fact.orthogonal,
  'positive definite': Fact.positiveDefinite,
  'without eigenvalues on the closed negative real axis': Fact.positiveDefinite,
}

const isFulfilled = (predicate: string, { facts }: Expression): boolean => (facts & (fulfilled[predicate] ?? 0)) !== 0

/**
 * What the steps of the blocks relied on, each once, said of the variables as they are. What follows from their
 * structure is not worth saying.
 * @param own what variables without their structure stand for
 */
export function conditionsOf(
  store: Store,
  blocks: readonly Block[],
  own: ReadonlyMap<Expression, Expression>,
): Condition[] {
  const conditions = new Map<string, Condition>()
  for (const { steps } of blocks) {
    for (const step of steps) {
      for (const { predicate, expression } of step.conditions) {
        const about = substituteThroughNames(store, expression, own)
        if (!isFulfilled(predicate, about)) conditions.set(`${predicate} ${about.id}`, { predicate, expression: about })
      }
    }
  }
  return [...conditions.values()]
}
