import { analyticValue, block, frechetDerivative, primaryFunction, upperRight } from './analytic.ts'
import { cholesky } from './cholesky.ts'
import { type DualArithmetic, dualAlgebra } from './dual.ts'
import { type DualMatrix, zeroMatrix } from './dual-matrix.ts'
import { realField } from './field.ts'
import { frechetOf } from './frechet-name.ts'
import { realFunctions } from './real-functions.ts'

const withoutTangent = (x: DualMatrix): DualMatrix => ({ ...x, tangent: undefined })

/** f(X + εE) = f(X) + ε L(X, E), by the block matrix [X E; 0 X]. */
function primary(name: string, x: DualMatrix): DualMatrix {
  const f = primaryFunction(name)!
  const value = withoutTangent(x)
  const result = f(dualFloatAlgebra, value)
  if (x.tangent === undefined) return result
  const direction = dualFloatAlgebra.tangent(x)
  return dualFloatAlgebra.dual(result, frechetDerivative(dualFloatAlgebra, f, value, [direction]))
}

/** A Fréchet derivative of duals is the upper right block of the function of a block matrix of duals. */
function frechet(name: string, [x, direction, ...others]: readonly DualMatrix[]): DualMatrix {
  if (direction === undefined) return primary(name, x)
  const none = zeroMatrix(x.rows, x.rows)
  const blocks = others.map(other => block(dualFloatAlgebra, other, none))
  return upperRight(dualFloatAlgebra, frechet(name, [block(dualFloatAlgebra, x, direction), ...blocks]))
}

function analytic(name: string, operands: readonly DualMatrix[]): DualMatrix {
  const of = frechetOf(name)
  if (of !== undefined && primaryFunction(of)) return frechet(of, operands)
  if (primaryFunction(name)) return primary(name, operands[0])
  if (name === 'chol') return cholesky(operands[0])
  return analyticValue(dualFloatAlgebra, name, operands.map(withoutTangent))
}

/**
 * Dual numbers over float64: values with exact derivatives, up to rounding. Abstract functions have the values of their
 * stand-ins: it is for comparing expressions, not for telling anyone a number.
 */
export const dualFloatAlgebra: DualArithmetic = dualAlgebra(realField, realFunctions(analytic))
