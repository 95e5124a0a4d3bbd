import type { Expression } from '../expression/expression.ts'
import type { Store } from '../expression/store.ts'
import type { Identity } from '../identity/identity.ts'
import type { DerivativePair, Layout } from '../identity/layout.ts'
import type { Registry } from '../identity/registry.ts'
import type { Budget } from '../limits.ts'
import { stepOf } from './line.ts'
import { simplifyBlock } from './read-off.ts'
import { createSimplifier } from './simplify.ts'
import type { Block, Step } from './step.ts'
import { createWork } from './work.ts'

/** A derivative in one layout that is wanted in another. */
export interface ConversionRequest {
  readonly registry: Registry
  /** Where the derivative lives. */
  readonly store: Store
  /** In the layout `from`. */
  readonly derivative: Expression
  readonly pair: DerivativePair
  readonly from: Layout
  readonly to: Layout
  readonly budget: Budget
}

/**
 * The steps that bring a derivative from one layout to another, by way of numerator layout, and to textbook form. A layout
 * in which it is what it is in numerator layout takes no step.
 * @throws `limit-exceeded`, `plugin`
 */
export function convert({ registry, store, derivative, pair, from, to, budget }: ConversionRequest): readonly Step[] {
  const block: Block = { left: { kind: 'derivative', by: [] }, start: derivative, steps: [], end: derivative }
  const turn = (identity: Identity, after: Expression) => {
    if (after === block.end) return
    const change = { identity, from: block.end, to: after, conditions: [] }
    block.steps.push(stepOf([change], block.end, after, false))
    block.end = after
  }
  if (from !== to) {
    turn(from.identity, from.toNumerator(store, block.end, pair))
    turn(to.identity, to.fromNumerator(store, block.end, pair))
  }
  const work = createWork(registry, store, budget, [], new Set())
  simplifyBlock(work, createSimplifier(work), block)
  return block.steps
}
