import { fail } from './error.ts'

/**
 * Bounds that keep any input from hanging the tool. Each has a reason:
 * a formula from a paper needs a thousandth of any of them, a generated network a tenth.
 */
export interface Limits {
  /** Characters of a program. 200 kB is a network of some 5,000 layers written out. */
  readonly inputLength: number
  /** Nested brackets of a program. Nobody reads a formula nested 1,000 deep. */
  readonly nesting: number
  /** Distinct expressions of one derivation. 400,000 take about 100 MB. */
  readonly nodes: number
  /** Rewriting steps of one derivation. */
  readonly steps: number
  /** Milliseconds of one derivation. */
  readonly time: number
  /** How often something is derived. The twelfth derivative by a vector of 3 entries has half a million numbers. */
  readonly order: number
}

export const defaultLimits: Limits = {
  inputLength: 200_000,
  nesting: 1_000,
  nodes: 400_000,
  steps: 100_000,
  time: 20_000,
  order: 12,
}

/** Counts the steps and watches the clock and the caller's abort signal for one piece of work. */
export interface Budget {
  readonly limits: Limits
  /** Counts one step. @throws `limit-exceeded`, `cancelled` */
  spend(): void
}

/** How many steps pass between two looks at the clock, which costs more than a step's own counting. */
const stepsBetweenLooks = 64

/** A budget for one derivation under the given limits and, where given, the caller's abort signal. */
export function createBudget(limits: Limits = defaultLimits, signal?: AbortSignal): Budget {
  const start = performance.now()
  let steps = 0
  return {
    limits,
    spend() {
      steps++
      if (steps > limits.steps) {
        fail(
          'limit-exceeded',
          `Expected at most ${limits.steps} steps; name intermediate results or raise the limit "steps".`,
        )
      }
      if (steps % stepsBetweenLooks !== 1) return
      if (signal?.aborted) fail('cancelled', 'The work was cancelled.')
      if (performance.now() - start > limits.time) {
        fail(
          'limit-exceeded',
          `Expected an answer within ${limits.time} ms; simplify the expression or raise the limit "time".`,
        )
      }
    },
  }
}

/**
 * Up to which size things are written that nobody would read if they were longer. Costs are those of cost.ts, some 10 for a
 * symbol.
 */
export const readable = {
  /** A derivative as the linear map dX ↦ ..., where lines had to stack it: expressions of f, and the cost of the map. */
  linearMapParts: 200,
  linearMap: 2_000,
  /** An answer without the names of intermediates. */
  withoutNames: 1_500,
  /** An answer with the names of the program, and none from its derivation. */
  withGivenNames: 1_000,
  /** An answer in which what is repeated gets a name. */
  abbreviated: 4_000,
} as const
