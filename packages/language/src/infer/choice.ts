import { one, type Solver, type Unknown, type Watcher } from './solver.ts'

/** Two dimensions, by their place among the slots of a choice, that an alternative makes equal. */
export type Equation = readonly [number, number]

export interface Alternative {
  readonly equations: readonly Equation[]
  /** So many of the equations, from the first, say when the alternative applies: once they hold, it is the one. */
  readonly condition: number
}

/**
 * One of several alternatives holds: of `a*b`, that a is a scalar, that b is one, or that it is a matrix product.
 * What all alternatives that are still possible have in common holds already.
 */
export interface Choice extends Watcher {
  /** Dimensions; the first is 1. */
  readonly slots: readonly Unknown[]
  readonly alternatives: readonly Alternative[]
  settled: boolean
}

/** The parts of one dimension that equal slots form under an alternative; undefined where it is impossible. */
function partition<W extends Watcher>(
  solver: Solver<W>,
  choice: Choice,
  { equations }: Alternative,
): number[] | undefined {
  const { slots } = choice
  const parts = slots.map(slot => solver.find(slot))
  const unit = solver.find(one)
  for (const [left, right] of equations) {
    const [into, from] = [parts[left], parts[right]]
    if (into === from) continue
    let [more, known]: [boolean, boolean] = [false, false]
    let [moreFrom, knownFrom]: [boolean, boolean] = [false, false]
    // A part has the name of one of its members, so every member's own knowledge counts.
    for (let i = 0; i < slots.length; i++) {
      if (parts[i] === into) {
        more ||= solver.isMore(slots[i])
        known ||= solver.known(slots[i]) !== undefined
      } else if (parts[i] === from) {
        moreFrom ||= solver.isMore(slots[i])
        knownFrom ||= solver.known(slots[i]) !== undefined
      }
    }
    if (known && knownFrom) return undefined
    if ((into === unit && moreFrom) || (from === unit && more)) return undefined
    for (let i = 0; i < slots.length; i++) {
      if (from === unit ? parts[i] === into : parts[i] === from) parts[i] = from === unit ? unit : into
    }
  }
  return parts
}

/**
 * Draws what follows from a choice. False where no alternative is possible.
 * With `decide`, the first possible alternative is taken.
 */
export function draw<W extends Watcher>(solver: Solver<W>, choice: Choice, decide = false): boolean {
  if (choice.settled) return true
  let only: Alternative | undefined
  let common: number[][] | undefined
  for (const alternative of choice.alternatives) {
    if (alternative.condition > 0 && holds(solver, choice, alternative)) {
      settle(solver, choice)
      return commit(solver, choice, alternative)
    }
    const parts = partition(solver, choice, alternative)
    if (parts === undefined) continue
    if (only === undefined) only = alternative
    common = common === undefined ? [parts] : [...common, parts]
    if (decide) break
  }
  if (only === undefined || common === undefined) return false
  if (common.length === 1) {
    settle(solver, choice)
    return commit(solver, choice, only)
  }
  return commitCommon(solver, choice, common)
}

function holds<W extends Watcher>(
  solver: Solver<W>,
  { slots }: Choice,
  { equations, condition }: Alternative,
): boolean {
  for (let i = 0; i < condition; i++) {
    const [left, right] = equations[i]
    if (solver.find(slots[left]) !== solver.find(slots[right])) return false
  }
  return true
}

function settle<W extends Watcher>(solver: Solver<W>, choice: Choice): void {
  choice.settled = true
  solver.onUndo(() => {
    choice.settled = false
  })
}

function commit<W extends Watcher>(solver: Solver<W>, { slots }: Choice, { equations }: Alternative): boolean {
  return equations.every(([left, right]) => solver.unify(slots[left], slots[right]))
}

function commitCommon<W extends Watcher>(
  solver: Solver<W>,
  { slots }: Choice,
  partitions: readonly number[][],
): boolean {
  for (let j = 1; j < slots.length; j++) {
    for (let i = 0; i < j; i++) {
      if (partitions.every(parts => parts[i] === parts[j]) && !solver.unify(slots[i], slots[j])) return false
    }
  }
  return true
}
