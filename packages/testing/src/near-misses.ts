import {
  type Expression,
  Fact,
  isDifferential,
  isScalar,
  problemOf,
  productOperator,
  reachable,
  rebuild,
  type Store,
  symbol,
} from '@matrix-derive/core'
import { movingNames } from './asking.ts'
import type { Instance } from './instances.ts'

/**
 * Expressions that look nearly like the instance: one factor more between two neighbours, neighbours swapped, a term
 * twice, something else in one place of a metavariable that stands in several. An identity may well apply to them;
 * what it then gives must be equal, which catches what cancels, merges or moves too eagerly.
 */
export function nearMisses({ store, expression, moving }: Instance): Instance[] {
  const resting = movingNames(expression, moving)
  const misses: Instance[] = []
  for (const node of reachable([expression])) {
    if (node.operands.length === 0 || isDifferential(node)) continue
    for (const change of changesOf(store, node)) {
      const miss = attempt(() =>
        rebuild(store, expression, (same, original) => (original === node ? change(same) : same)),
      )
      if (miss !== undefined) misses.push({ store, expression: miss, moving: movingNames(miss, resting) })
    }
  }
  return misses
}

type Change = (node: Expression) => Expression

/** An exponent stays an integer; else what stands in the place has nothing special about it. */
function changesOf(store: Store, { id, operator, operands }: Expression): Change[] {
  const withOperands =
    (change: (operands: readonly Expression[]) => Expression[]): Change =>
    node =>
      store.apply(node.operator, change(node.operands), node.data)
  const places = operands.map((_, i) => i)
  const changes = places.map(i =>
    withOperands(all => all.with(i, symbol(store, `N_${id}_${i}`, all[i].shape, operands[i].facts & Fact.integer))),
  )
  if (operator !== productOperator && !operator.commutative) return changes
  if (operator.commutative) changes.push(withOperands(all => [all[0], ...all]))
  for (const i of places.slice(1)) {
    changes.push(withOperands(all => all.with(i, all[i - 1]).with(i - 1, all[i])))
    if (operator !== productOperator || isScalar(operands[i].shape) || isScalar(operands[i - 1].shape)) continue
    const { rows } = operands[i].shape
    changes.push(withOperands(all => all.toSpliced(i, 0, symbol(store, `W_${id}_${i}`, { rows, cols: rows }))))
  }
  return changes
}

/** Undefined where there is no such expression: neighbours that do not fit the other way round. */
function attempt(build: () => Expression): Expression | undefined {
  try {
    return build()
  } catch (thrown) {
    if (problemOf(thrown) !== undefined) return undefined
    throw thrown
  }
}
