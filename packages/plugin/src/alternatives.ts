import {
  type Bindings,
  type Expression,
  instantiate,
  matchEach,
  type Phase,
  type RewriteContext,
} from '@matrix-derive/core'
import { type CompiledStatement, mayStandFor, recordAssumptions } from './statement.ts'

/** More results of one law at one place are for no reader. */
const mostResults = 24
/** So many ways to bind a metavariable are tried for them: enough for any formula that people write. */
const mostTries = 4_000
/** Sums and products of more operands are matched by the law's own function alone, not part by part. */
const mostOperands = 24

/**
 * Phases whose statements say what a law means rather than what turns into what; differentials, which are found by the
 * operator under d and have conditions that only their own functions know; and what has no differential once it is done.
 */
const unwritten: readonly Phase[] = ['differential', 'chain', 'identify', 'layout', 'definition', 'stack']

/**
 * All that the statements make of a node, read from left to right and, where they are two-way, from right to left. Every
 * statement is proved, so whatever matches is right.
 */
export function* alternativesByStatements(
  statements: () => readonly CompiledStatement[],
  phases: readonly Phase[],
  node: Expression,
  context: RewriteContext,
): Generator<Expression, void> {
  if (phases.some(phase => unwritten.includes(phase)) || node.operands.length > mostOperands) return
  for (const { left, right, directed, unbound, conditions } of statements()) {
    if (unbound.forward.length === 0) yield* rewritings(left, right, conditions, node, context)
    if (!directed && unbound.backward.length === 0) yield* rewritings(right, left, conditions, node, context)
  }
}

/** The results with the values they were found for, since what is assumed is said when each is handed out. */
function* rewritings(
  from: Expression,
  to: Expression,
  conditions: CompiledStatement['conditions'],
  node: Expression,
  context: RewriteContext,
): Generator<Expression, void> {
  const found = new Map<Expression, Bindings['values']>()
  let tries = 0
  const guard = (metavariable: Expression, value: Expression) =>
    tries++ < mostTries && mayStandFor(conditions, metavariable, value, context)
  matchEach(context.store, from, node, guard, ({ bindings, rebuild }) => {
    const result = rebuild(instantiate(context.store, to, bindings))
    if (result !== node && !found.has(result)) found.set(result, new Map(bindings.values))
    return found.size >= mostResults
  })
  for (const [result, values] of found) {
    recordAssumptions(values, conditions, context)
    yield result
  }
}
