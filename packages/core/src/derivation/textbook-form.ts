import type { Expression } from '../expression/expression.ts'
import type { Store } from '../expression/store.ts'
import type { Registry } from '../identity/registry.ts'
import type { Budget } from '../limits.ts'
import { createSimplifier } from './simplify.ts'
import { type Change, createWork } from './work.ts'

/** What is to be simplified, and by what. */
export interface TextbookRequest {
  readonly registry: Registry
  /** Where `expression` lives. */
  readonly store: Store
  readonly expression: Expression
  readonly budget: Budget
}

/**
 * An expression without differentials in textbook form, and the uses of identities that lead there, in an order in which
 * they can be done. It never costs more than what it is the form of, and is its own textbook form.
 * @throws `limit-exceeded`, `cancelled`
 */
export function textbookForm({ registry, store, expression, budget }: TextbookRequest): {
  readonly expression: Expression
  readonly changes: readonly Change[]
} {
  const simplifier = createSimplifier(createWork(registry, store, budget, [], new Set()))
  return { expression: simplifier.simplify(expression), changes: simplifier.changes(expression) }
}
