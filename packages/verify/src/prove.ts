import { type Expression, fail, sameShape, shapeToText } from '@matrix-derive/core'
import { createRandom } from './arithmetic.ts'
import { findCounterexample } from './counterexample.ts'
import { createExactProver } from './exact.ts'
import { compareNumerically } from './numeric.ts'
import { type Proof, type ProofOptions, sameExpression, usualBound } from './proof.ts'
import { ask, type Comparison } from './question.ts'

/**
 * Whether two expressions are equal for all values of their symbols, by evaluating both at random ones.
 * First over a prime field, where the answer is exact and the chance of an error is bounded by Schwartz and Zippel;
 * where that does not settle it, for roots, norms and relations such as exp(log(x)) = x, in float64.
 * @throws `shape-mismatch`; `unsupported` where no point is found at which both sides have values
 */
export function proveEqual(left: Expression, right: Expression, options: ProofOptions = {}): Proof {
  if (left === right) return sameExpression
  if (!sameShape(left.shape, right.shape) && options.supposing?.equalSizes === undefined) {
    fail(
      'shape-mismatch',
      `Expected one shape on both sides, received ${shapeToText(left.shape)} and ${shapeToText(right.shape)}.`,
    )
  }
  const { bound = usualBound, seed = 1, variables, supposing } = options
  const moving = variables && new Set(variables)
  const question = ask(left, right, name => moving?.has(name) ?? true, supposing)
  const exact = createExactProver(question, { bound, seed }).prove(left, right)
  return exact?.verdict === 'proved' ? exact : proveNumerically(question, seed, exact)
}

/** What exact evaluation could not settle, or settled with a no that wants a counterexample. */
export function proveNumerically(question: Comparison, seed: number, exact?: Proof): Proof {
  const random = createRandom(seed)
  const { verdict, instances, dims, found } = compareNumerically(question, random)
  if (found !== undefined) {
    return { verdict, instances, errorBound: 1, dims, counterexample: findCounterexample(question, random, found) }
  }
  return exact ?? { verdict, instances, errorBound: 1, dims }
}
