import type { Random } from './arithmetic.ts'
import { holdsAt } from './condition.ts'
import type { DualArithmetic } from './dual.ts'
import { agreesAt } from './numeric.ts'
import { bothSides, type Comparison, type Instance, sampleInstance } from './question.ts'
import { drawEntries } from './sampling.ts'
import type { Slices } from './slices.ts'

/** A point at which two expressions differ, as small as one was found. */
export interface Counterexample {
  readonly dims: Readonly<Record<string, number>>
  readonly values: Readonly<Record<string, number[][]>>
  /** The value of d(x), for every name that moves. */
  readonly differentials: Readonly<Record<string, number[][]>>
  readonly left: number[][]
  readonly right: number[][]
}

/** Attempts at every size and range of entries. */
const attempts = 12

function describe(question: Comparison, algebra: DualArithmetic, instance: Instance): Counterexample {
  const [left, right] = bothSides(question, algebra, instance)!
  const entries = [...instance.values]
  return {
    dims: Object.fromEntries(instance.sizes),
    values: Object.fromEntries(entries.map(([name, x]) => [name, algebra.toRows(x)])),
    differentials: Object.fromEntries(
      entries.filter(([, x]) => x.tangent).map(([name, x]) => [name, algebra.toRows(algebra.tangent(x))]),
    ),
    left: algebra.toRows(left),
    right: algebra.toRows(right),
  }
}

/**
 * The smallest readable counterexample: small integers in dimensions 1, then 2, then all different; else the one found. An
 * attempt is a slice.
 */
export function* findCounterexample(
  question: Comparison,
  algebra: DualArithmetic,
  random: Random,
  found: Instance,
): Slices<Counterexample> {
  const { dimensions } = question
  const choices = [() => 1, () => 2, (k: number) => k + 1, (k: number) => k + 2]
  for (const size of choices) {
    const sizes = new Map(dimensions.map((name, k) => [name, size(k)]))
    for (const [low, high] of [
      [0, 2],
      [-2, 3],
      [1, 5],
    ]) {
      for (let attempt = 0; attempt < attempts; attempt++) {
        yield
        const draw = drawEntries(algebra, () => low + Math.floor(random() * (high - low + 1)))
        const instance = sampleInstance(question, algebra, draw, sizes, attempt)
        if (!instance || !holdsAt(question, algebra, instance)) continue
        if (agreesAt(question, algebra, instance, random) === false) return describe(question, algebra, instance)
      }
    }
  }
  return describe(question, algebra, found)
}
