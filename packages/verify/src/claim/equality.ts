import { type Expression, problemOf, sameShape } from '@matrix-derive/core'
import { createRandom } from '../arithmetic.ts'
import { createExactProver } from '../exact.ts'
import { compareNumerically } from '../numeric.ts'
import { ask, type Supposition } from '../question.ts'
import { dualFloatAlgebra } from '../real-analytic.ts'
import type { Slices } from '../slices.ts'

/** On what grounds two expressions are called equal; undefined where they are not. */
export type Grounds = 'exact' | 'numeric' | undefined

const seed = 1
export const nothingMoves = () => false

/**
 * Like `proveEqual`, for many questions of which most have the answer no: it looks for no counterexample.
 * @throws `unsupported` where no point is found at which both sides have values, unless more is supposed than declared
 */
export function* groundsFor(
  left: Expression,
  right: Expression,
  supposing: Supposition = {},
  moves: (name: string) => boolean = nothingMoves,
): Slices<Grounds> {
  if (left === right) return 'exact'
  if (!sameShape(left.shape, right.shape) && supposing.equalSizes === undefined) return undefined
  const question = ask(left, right, moves, supposing)
  const exact = yield* createExactProver(question, { seed }).prove(left, right)
  if (exact !== undefined) return exact.verdict === 'proved' ? 'exact' : undefined
  try {
    const { verdict } = yield* compareNumerically(question, dualFloatAlgebra, createRandom(seed))
    return verdict === 'agrees' ? 'numeric' : undefined
  } catch (thrown) {
    const isSupposed = supposing.facts !== undefined || supposing.equalSizes !== undefined
    if (isSupposed && problemOf(thrown)?.code === 'unsupported') return undefined
    throw thrown
  }
}
