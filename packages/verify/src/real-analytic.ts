import { Matrix } from 'ml-matrix'
import { analyticValue, block, primaryFunction, upperRight } from './analytic.ts'
import { cholesky } from './cholesky.ts'
import { type DualArithmetic, dualAlgebra } from './dual.ts'
import { type DualMatrix, dualMatrix } from './dual-matrix.ts'
import { realField } from './field.ts'
import { floatAlgebra } from './float.ts'
import { frechetOf } from './frechet-name.ts'
import { realFunctions } from './real-functions.ts'

function toMatrix(rows: number, cols: number, entries: Float64Array): Matrix {
  return Matrix.from1DArray(rows, cols, entries)
}

function toDual(value: Matrix, tangent?: Matrix): DualMatrix {
  return dualMatrix(
    value.rows,
    value.columns,
    Float64Array.from(value.to1DArray()),
    tangent && Float64Array.from(tangent.to1DArray()),
  )
}

/** f(X + εE) = f(X) + ε L(X, E), by the block matrix [X E; 0 X]. */
function primary(name: string, x: DualMatrix): DualMatrix {
  const value = toMatrix(x.rows, x.cols, x.value)
  const result = primaryFunction(name)!(value)
  if (x.tangent === undefined) return toDual(result)
  return toDual(result, analyticValue(floatAlgebra, `frechet-${name}`, [value, toMatrix(x.rows, x.cols, x.tangent)]))
}

/** A Fréchet derivative of duals is the upper right block of the function of a block matrix of duals. */
function frechet(name: string, [x, e]: readonly DualMatrix[]): DualMatrix {
  return upperRight(dualFloatAlgebra, primary(name, block(dualFloatAlgebra, x, e)))
}

function analytic(name: string, operands: readonly DualMatrix[]): DualMatrix {
  const of = frechetOf(name)
  if (of !== undefined && primaryFunction(of)) return frechet(of, operands)
  if (primaryFunction(name)) return primary(name, operands[0])
  if (name === 'chol') return cholesky(operands[0])
  const values = operands.map(x => toMatrix(x.rows, x.cols, x.value))
  return toDual(analyticValue(floatAlgebra, name, values))
}

/**
 * Dual numbers over float64: values with exact derivatives, up to rounding. Abstract functions have the values of their
 * stand-ins: it is for comparing expressions, not for telling anyone a number.
 */
export const dualFloatAlgebra: DualArithmetic = dualAlgebra(realField, realFunctions(analytic))
