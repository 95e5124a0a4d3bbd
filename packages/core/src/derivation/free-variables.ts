import type { Expression } from '../expression/expression.ts'
import { isMember, member } from '../expression/series.ts'
import { freed, freedFamily } from '../expression/symbols.ts'
import { substituteThroughNames } from '../expression/walk.ts'
import type { DerivationRequest } from './derive.ts'

/** What is asked, of variables that have no structure: what lines are about. */
export interface Freed {
  readonly derived: Expression
  readonly variables: readonly Expression[]
  /** What each of them stands for, where that has structure. */
  readonly own: ReadonlyMap<Expression, Expression>
}

/**
 * Takes the structure from the variables, so that every entry moves on its own. The same request gives the same nodes
 * every time.
 */
export function freeVariables({
  store,
  expression,
  variables,
}: Pick<DerivationRequest, 'store' | 'expression' | 'variables'>): Freed {
  const free = variables.map(variable => {
    if (!isMember(variable)) return freed(store, variable)
    const [family, number] = variable.operands
    return member(store, freedFamily(store, family), number)
  })
  const own = new Map<Expression, Expression>()
  const without = new Map<Expression, Expression>()
  for (const [i, variable] of variables.entries()) {
    if (free[i] === variable) continue
    own.set(free[i], variable)
    const [from, to] = isMember(variable) ? [variable.operands[0], free[i].operands[0]] : [variable, free[i]]
    own.set(to, from)
    without.set(from, to)
  }
  return { derived: substituteThroughNames(store, expression, without), variables: free, own }
}
