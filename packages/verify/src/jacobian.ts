import type { Expression } from '@matrix-derive/core'
import type { Matrix } from 'ml-matrix'
import type { Rows } from './arithmetic.ts'
import type { DualMatrix } from './dual-matrix.ts'
import { evaluate } from './evaluate.ts'
import { columnMajor, standInAlgebra } from './float.ts'
import { dualFloatAlgebra } from './real-analytic.ts'
import type { Assignment } from './values.ts'

/** A matrix with one entry changed. */
function nudged(x: Rows, row: number, col: number, by: number): Rows {
  return x.map((entries, i) => (i === row ? entries.map((entry, j) => (j === col ? entry + by : entry)) : entries))
}

/** The Jacobian, given its columns. */
function fromColumns(columns: readonly (readonly number[])[]): number[][] {
  return columns[0].map((_, i) => columns.map(column => column[i]))
}

function columnsOver(
  wrt: Expression,
  { values }: Assignment,
  column: (row: number, col: number) => number[],
): number[][] {
  const x = values.get(wrt.data!.name!)!
  const positions = columnMajor(x.length, x[0].length, (row, col) => row * x[0].length + col)
  return fromColumns(positions.map(at => column(Math.floor(at / x[0].length), at % x[0].length)))
}

/**
 * ∂vec(f)/∂vec(x)' with dual numbers, one direction at a time: exact up to rounding. Every entry of x counts as
 * independent, whatever structure x is declared with.
 */
export function dualJacobian(expression: Expression, wrt: Expression, at: Assignment): number[][] {
  const algebra = dualFloatAlgebra
  const values = new Map<string, DualMatrix>()
  for (const [name, rows] of at.values) values.set(name, algebra.fromRows(rows))
  const x = values.get(wrt.data!.name!)!
  return columnsOver(wrt, at, (row, col) => {
    const direction = new Float64Array(x.rows * x.cols)
    direction[row * x.cols + col] = 1
    values.set(wrt.data!.name!, { ...x, tangent: direction })
    const result = algebra.tangent(evaluate(expression, { algebra, values, sizes: at.sizes }))
    return columnMajor(result.rows, result.cols, (i, j) => result.value[i * result.cols + j])
  })
}

/** A third opinion: the same by central differences, good to about 1e-8 relative where f is smooth. */
export function differenceJacobian(expression: Expression, wrt: Expression, at: Assignment): number[][] {
  const algebra = standInAlgebra
  const values = new Map<string, Matrix>()
  for (const [name, rows] of at.values) values.set(name, algebra.fromRows(rows))
  const name = wrt.data!.name!
  const x = at.values.get(name)!
  return columnsOver(wrt, at, (row, col) => {
    // ε^(1/3) balances the error of the differences against that of rounding.
    const h = Number.EPSILON ** (1 / 3) * Math.max(1, Math.abs(x[row][col]))
    const moved = (by: number) => {
      values.set(name, algebra.fromRows(nudged(x, row, col, by)))
      const result = evaluate(expression, { algebra, values, sizes: at.sizes })
      return columnMajor(result.rows, result.columns, (i, j) => result.get(i, j))
    }
    const [ahead, behind] = [moved(h), moved(-h)]
    return ahead.map((entry, k) => (entry - behind[k]) / (2 * h))
  })
}
