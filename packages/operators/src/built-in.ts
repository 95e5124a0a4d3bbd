import { differentialOperator, type Operator, traceOperator, transposeOperator, vecOperator } from '@matrix-derive/core'
import { adjugateOperator, determinantOperator, logDeterminantOperator } from './determinants.ts'
import { elementwiseOperators } from './elementwise.ts'
import { logSumExpOperator, softmaxOperator } from './exponential-family.ts'
import { hadamardOperator, hadamardPowerOperator } from './hadamard.ts'
import { duplicationOperator, eliminationOperator, vechOperator } from './half-vectorization.ts'
import { kronOperator } from './kronecker.ts'
import { matrixFunctionOperators } from './matrix-functions.ts'
import { inverseOperator, powerOperator } from './powers.ts'
import { commutationOperator, diagOperator, lowerTriangleOperator, upperTriangleOperator } from './rearranging.ts'
import { reductionOperators } from './reductions.ts'

/**
 * The operators that the language calls by name or by sign, those of core that take no data included.
 * `commutation`, `duplication` and `elimination` are called with sizes instead of operands, `frechet-expm` as `frechet(expm, X, E)`.
 */
export const builtInOperators: readonly Operator[] = [
  differentialOperator,
  transposeOperator,
  traceOperator,
  vecOperator,
  determinantOperator,
  logDeterminantOperator,
  adjugateOperator,
  inverseOperator,
  powerOperator,
  ...reductionOperators,
  logSumExpOperator,
  softmaxOperator,
  diagOperator,
  lowerTriangleOperator,
  upperTriangleOperator,
  kronOperator,
  commutationOperator,
  vechOperator,
  duplicationOperator,
  eliminationOperator,
  hadamardOperator,
  hadamardPowerOperator,
  ...elementwiseOperators,
  ...matrixFunctionOperators,
]
