import {
  createStore,
  type Expression,
  type Identity,
  instantiate,
  matchEach,
  type Operator,
  type Store,
} from '@matrix-derive/core'
import { readStatement } from '@matrix-derive/language'

/** What the names of a statement stand for in one use of a law. */
export interface Matching {
  readonly statement: string
  readonly values: readonly { readonly name: string; readonly value: Expression }[]
}

/** No reader looks for more than that, and no statement of a person's needs it. */
const mostTries = 4_000

/**
 * Which statement of a law turns one expression into the other, read in either direction, and what its names stand for.
 * Undefined for what no single use of a statement says: laws about many operands at once, or about names.
 */
export function matchingOf(
  store: Store,
  identity: Identity,
  operators: readonly Operator[],
  from: Expression,
  to: Expression,
): Matching | undefined {
  for (const statement of identity.statements) {
    const read = readStatement(statement, identity.where, [...operators, ...(identity.operators ?? [])], createStore())
    for (const [before, after] of [[read.left, read.right] as const, [read.right, read.left] as const]) {
      const values = matchedBy(store, before, after, from, to)
      if (values === undefined) continue
      const named = [...read.symbols].flatMap(([name, symbol]) => {
        const value = values.get(symbol)
        return value === undefined ? [] : [{ name, value }]
      })
      return { statement, values: named }
    }
  }
  return undefined
}

function matchedBy(
  store: Store,
  pattern: Expression,
  template: Expression,
  from: Expression,
  to: Expression,
): ReadonlyMap<Expression, Expression> | undefined {
  let found: ReadonlyMap<Expression, Expression> | undefined
  let tries = 0
  matchEach(
    store,
    pattern,
    from,
    () => tries++ < mostTries,
    ({ bindings, rebuild }) => {
      if (rebuild(instantiate(store, template, bindings)) !== to) return false
      found = new Map(bindings.values)
      return true
    },
  )
  return found
}
