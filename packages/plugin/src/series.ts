import {
  type Expression,
  freshIndex,
  isLinearIn,
  replaceIndex,
  type Store,
  series,
  sumOperator,
} from '@matrix-derive/core'

// What identities about sums over an index have in common.

/**
 * The sum of what becomes of the term.
 * @param beside what the term is put together with; an index of its own that is free there stays another one
 */
export function seriesOver(
  store: Store,
  total: Expression,
  change: (term: Expression, index: Expression) => Expression,
  beside: readonly Expression[] = [],
): Expression {
  const [index, limit, term] = total.operands
  if (beside.every(({ free }) => (free & index.free) === 0)) return series(store, index, limit, change(term, index))
  const apart = freshIndex(store, [term, ...beside])
  return series(store, apart, limit, change(replaceIndex(store, term, index, apart), apart), index.data!.name)
}

/**
 * Whether a sum may be taken in or out of this operand, the others being the same in every term. It may not where terms
 * are added, though that is linear in all of them together: c + sum(i in 1..N, x[i]) has one c.
 */
export function isLinearAlone({ operator }: Expression, place: number): boolean {
  return operator !== sumOperator && operator.binds === undefined && isLinearIn(operator, place)
}

/** The node with another operand in one place. */
export function replaceOperand(store: Store, node: Expression, place: number, by: Expression): Expression {
  return store.apply(node.operator, node.operands.with(place, by), node.data)
}
