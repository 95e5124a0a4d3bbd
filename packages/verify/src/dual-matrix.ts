import { fail } from '@matrix-derive/core'
import type { Field } from './field.ts'

/**
 * A matrix of dual numbers a + εb with ε² = 0, entries row by row. A missing tangent is zero everywhere, which most
 * matrices of a derivation are.
 */
export interface DualMatrix {
  readonly rows: number
  readonly cols: number
  readonly value: Float64Array
  readonly tangent: Float64Array | undefined
}

export function dualMatrix(rows: number, cols: number, value: Float64Array, tangent?: Float64Array): DualMatrix {
  return { rows, cols, value, tangent }
}

export function zeroMatrix(rows: number, cols: number, withTangent = false): DualMatrix {
  const tangent = withTangent ? new Float64Array(rows * cols) : undefined
  return dualMatrix(rows, cols, new Float64Array(rows * cols), tangent)
}

/** The matrices' sizes must fit; core checked their symbolic shapes, so a clash is a value's fault. */
export function checkSameSize(x: DualMatrix, y: DualMatrix): void {
  if (x.rows !== y.rows || x.cols !== y.cols) {
    fail('value', `Expected matrices of one size, received ${x.rows}×${x.cols} and ${y.rows}×${y.cols}.`)
  }
}

export function addMatrices(field: Field, x: DualMatrix, y: DualMatrix): DualMatrix {
  checkSameSize(x, y)
  const sum = (a: Float64Array, b: Float64Array) => a.map((entry, k) => field.add(entry, b[k]))
  const tangent = x.tangent && y.tangent ? sum(x.tangent, y.tangent) : (x.tangent ?? y.tangent)
  return dualMatrix(x.rows, x.cols, sum(x.value, y.value), tangent)
}

/** Entries multiplied by entries; `at` says which entry of y goes with entry k of x. */
export function multiplyEntries(field: Field, x: DualMatrix, y: DualMatrix, at: (k: number) => number): DualMatrix {
  const value = x.value.map((entry, k) => field.multiply(entry, y.value[at(k)]))
  const [dx, dy] = [x.tangent, y.tangent]
  if (dx === undefined && dy === undefined) return dualMatrix(x.rows, x.cols, value)
  const tangent = value.map((_, k) =>
    field.multiplyPairs(dx ? dx[k] : 0, y.value[at(k)], x.value[k], dy ? dy[at(k)] : 0),
  )
  return dualMatrix(x.rows, x.cols, value, tangent)
}

/** into += x*y, for x rows×inner and y inner×cols. */
function accumulateProduct(
  field: Field,
  into: Float64Array,
  [x, y]: readonly [Float64Array, Float64Array],
  [rows, inner, cols]: readonly [number, number, number],
): void {
  for (let i = 0; i < rows; i++) {
    for (let k = 0; k < inner; k++) {
      const entry = x[i * inner + k]
      if (entry === 0) continue
      for (let j = 0; j < cols; j++) {
        const at = i * cols + j
        into[at] = field.multiplyPairs(entry, y[k * cols + j], into[at], 1)
      }
    }
  }
}

export function multiplyMatrices(field: Field, x: DualMatrix, y: DualMatrix): DualMatrix {
  if (x.cols !== y.rows) fail('value', `Expected factors that fit, received ${x.cols} columns times ${y.rows} rows.`)
  const sizes = [x.rows, x.cols, y.cols] as const
  const result = zeroMatrix(x.rows, y.cols, x.tangent !== undefined || y.tangent !== undefined)
  accumulateProduct(field, result.value, [x.value, y.value], sizes)
  if (x.tangent) accumulateProduct(field, result.tangent!, [x.tangent, y.value], sizes)
  if (y.tangent) accumulateProduct(field, result.tangent!, [x.value, y.tangent], sizes)
  return result
}

export function gatherEntries(
  x: DualMatrix,
  rows: number,
  cols: number,
  from: (i: number, j: number) => readonly [number, number] | undefined,
): DualMatrix {
  const result = zeroMatrix(rows, cols, x.tangent !== undefined)
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < cols; j++) {
      const source = from(i, j)
      if (source === undefined) continue
      const at = source[0] * x.cols + source[1]
      result.value[i * cols + j] = x.value[at]
      if (x.tangent) result.tangent![i * cols + j] = x.tangent[at]
    }
  }
  return result
}

/** Every entry through a function that gives its value and its derivative. */
export function mapEntries(
  field: Field,
  x: DualMatrix,
  value: (entry: number) => number,
  derivative: (entry: number) => number,
): DualMatrix {
  const { tangent } = x
  return dualMatrix(
    x.rows,
    x.cols,
    x.value.map(value),
    tangent?.map((slope, k) => (slope === 0 ? 0 : field.multiply(slope, derivative(x.value[k])))),
  )
}
