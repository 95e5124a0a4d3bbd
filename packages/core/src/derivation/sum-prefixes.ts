import type { Expression } from '../expression/expression.ts'
import { sumOperator } from '../expression/sum.ts'

/** Where a run of terms leads: to longer runs, and to the sum that is exactly this run. */
interface Run {
  sum?: Expression
  readonly next: Map<Expression, Run>
}

/**
 * For each sum the longest other sum that it begins with. Nested sums are one sum, so h + tanh(W*h) with
 * h = x + tanh(W*x) no longer shows that it contains h; this finds h again, and with it what a residual network shares.
 */
export function sumPrefixes(nodes: readonly Expression[]): ReadonlyMap<Expression, Expression> {
  const sums = nodes.filter(node => node.operator === sumOperator)
  const prefixes = new Map<Expression, Expression>()
  const start: Run = { next: new Map() }
  for (const sum of sums.sort((a, b) => a.operands.length - b.operands.length)) {
    let run = start
    for (const term of sum.operands) {
      let longer = run.next.get(term)
      if (longer === undefined) {
        longer = { next: new Map() }
        run.next.set(term, longer)
      }
      run = longer
      if (run.sum !== undefined) prefixes.set(sum, run.sum)
    }
    run.sum = sum
  }
  return prefixes
}
