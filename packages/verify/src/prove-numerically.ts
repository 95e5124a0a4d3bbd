import { createRandom } from './arithmetic.ts'
import { findCounterexample } from './counterexample.ts'
import type { DualArithmetic } from './dual.ts'
import { compareNumerically } from './numeric.ts'
import type { Proof } from './proof.ts'
import type { Comparison } from './question.ts'

/** What exact evaluation could not settle, or settled with a no that wants a counterexample. */
export function proveNumerically(question: Comparison, algebra: DualArithmetic, seed: number, exact?: Proof): Proof {
  const random = createRandom(seed)
  const { verdict, instances, dims, found } = compareNumerically(question, algebra, random)
  if (found !== undefined) {
    const counterexample = findCounterexample(question, algebra, random, found)
    return { verdict, instances, errorBound: 1, dims, counterexample }
  }
  return exact ?? { verdict, instances, errorBound: 1, dims }
}
