import { createRandom } from './arithmetic.ts'
import { findCounterexample } from './counterexample.ts'
import { compareNumerically } from './numeric.ts'
import type { Proof } from './proof.ts'
import type { Comparison } from './question.ts'
import { dualFloatAlgebra } from './real-analytic.ts'
import type { Slices } from './slices.ts'

/** What exact evaluation could not settle, or settled with a no that wants a counterexample. */
export function* proveNumerically(question: Comparison, seed: number, exact?: Proof): Slices<Proof> {
  const random = createRandom(seed)
  const { verdict, instances, dims, found } = yield* compareNumerically(question, dualFloatAlgebra, random)
  if (found !== undefined) {
    const counterexample = yield* findCounterexample(question, dualFloatAlgebra, random, found)
    return { verdict, instances, errorBound: 1, dims, counterexample }
  }
  return exact ?? { verdict, instances, errorBound: 1, dims }
}
