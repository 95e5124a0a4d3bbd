import { type Expression, fail, sameShape, shapeToText } from '@matrix-derive/core'
import { createExactProver } from './exact.ts'
import { type Proof, type ProofOptions, sameExpression, usualBound } from './proof.ts'
import { proveNumerically } from './prove-numerically.ts'
import { ask } from './question.ts'
import { atOnce, type Slices } from './slices.ts'

/**
 * Whether two expressions are equal for all values of their symbols, by evaluating both at random ones.
 * First over a prime field, where the answer is exact and the chance of an error is bounded by Schwartz and Zippel;
 * where that does not settle it, for roots, norms and relations such as exp(log(x)) = x, in float64.
 * @throws `shape-mismatch`; `unsupported` where no point is found at which both sides have values
 */
export function proveEqual(left: Expression, right: Expression, options: ProofOptions = {}): Proof {
  return atOnce(equality(left, right, options))
}

/** The same in slices. */
export function* equality(left: Expression, right: Expression, options: ProofOptions = {}): Slices<Proof> {
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
  const exact = yield* createExactProver(question, { bound, seed }).prove(left, right)
  return exact?.verdict === 'proved' ? exact : yield* proveNumerically(question, seed, exact)
}
