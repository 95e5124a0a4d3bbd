import { fail } from '@matrix-derive/core'
import { partialsOf, readDerivedName } from './abstract-function.ts'
import type { Arithmetic } from './arithmetic.ts'
import {
  addMatrices,
  type DualMatrix,
  dualMatrix,
  gatherEntries,
  mapEntries,
  multiplyEntries,
  multiplyMatrices,
  zeroMatrix,
} from './dual-matrix.ts'
import { eliminate, faddeevLeVerrier, invertMatrix } from './elimination.ts'
import type { EntryFunctions } from './entry-functions.ts'
import type { Field } from './field.ts'

/** An arithmetic of dual matrices; values with given tangents go in by {@link DualArithmetic.dual}. */
export interface DualArithmetic extends Arithmetic<DualMatrix> {
  readonly field: Field
  /** The matrix value + ε tangent. */
  dual(value: DualMatrix, tangent: DualMatrix | undefined): DualMatrix
  tangent(x: DualMatrix): DualMatrix
}

/** The entries in the order of vec, and likewise the way back. */
function columnOrder(rows: number, cols: number): (k: number) => number {
  return k => (k % rows) * cols + Math.floor(k / rows)
}

/** The dual numbers over a field, with the given functions for what is not rational. */
export function dualAlgebra(field: Field, functions: EntryFunctions): DualArithmetic {
  const single = (value: number) => dualMatrix(1, 1, Float64Array.of(value))
  const algebra: DualArithmetic = {
    field,
    fromRows(rows) {
      const [{ length: cols }] = rows
      const value = new Float64Array(rows.length * cols)
      for (let i = 0; i < rows.length; i++) {
        for (let j = 0; j < cols; j++) value[i * cols + j] = field.fromNumber(rows[i][j])
      }
      return dualMatrix(rows.length, cols, value)
    },
    toRows: x =>
      Array.from({ length: x.rows }, (_, i) =>
        Array.from(x.value.subarray(i * x.cols, (i + 1) * x.cols), field.toNumber),
      ),
    dual: (value, tangent) => dualMatrix(value.rows, value.cols, value.value, tangent?.value),
    tangent: x => dualMatrix(x.rows, x.cols, x.tangent ?? new Float64Array(x.rows * x.cols)),
    rows: x => x.rows,
    cols: x => x.cols,
    number: value => single(field.fromRational(value)),
    fill: (entry, rows, cols) => gatherEntries(entry, rows, cols, () => [0, 0]),
    identity: size => gatherEntries(single(field.fromNumber(1)), size, size, (i, j) => (i === j ? [0, 0] : undefined)),
    add: (x, y) => addMatrices(field, x, y),
    scale: (factor, x) => multiplyEntries(field, x, factor, () => 0),
    multiply: (x, y) => multiplyMatrices(field, x, y),
    hadamard: (x, y) => multiplyEntries(field, x, y, k => k),
    gather: gatherEntries,
    inverse: x => invertMatrix(field, x),
    determinant(x) {
      const known = eliminate(field, x)?.determinant
      // That of a singular matrix is 0, whatever rounding leaves of it: log(det(X)) has no value there.
      return known ?? dualMatrix(1, 1, new Float64Array(1), faddeevLeVerrier(field, x).determinant.tangent)
    },
    adjugate(x) {
      const known = eliminate(field, x)
      if (known === undefined) return faddeevLeVerrier(field, x).adjugate
      return multiplyEntries(field, known.inverse, known.determinant, () => 0)
    },
    reciprocal: x => powerOf(x, single(field.fromNumber(-1))),
    power: powerOf,
    max: x => single(functions.max(x.value)),
    integer(x) {
      const value = field.toNumber(x.value[0])
      if (x.tangent?.some(slope => slope !== 0)) fail('value', 'Expected a constant integer exponent.')
      return Number.isInteger(value) && Math.abs(value) <= largestInteger
        ? value
        : fail('value', `Expected an integer exponent of at most ${largestInteger}, received ${value}.`)
    },
    elementwise(f, name, x) {
      const { value, derivative } = functions.elementwise(f, name)
      return mapEntries(field, x, value, derivative)
    },
    abstractElementwise(name, x) {
      const { value, derivative } = functions.abstractElementwise(name)
      return mapEntries(field, x, value, derivative)
    },
    abstractFunction,
    analytic: (name, operands) => (name === 'pinv' ? pseudoinverse(operands[0]) : functions.analytic(name, operands)),
  }
  return algebra

  function powerOf(x: DualMatrix, exponent: DualMatrix): DualMatrix {
    const [e] = exponent.value
    const slope = exponent.tangent?.[0] ?? 0
    const at = Array.from(x.value, entry => functions.power(entry, e))
    const value = Float64Array.from(at, power => power.value)
    if (x.tangent === undefined && slope === 0) return dualMatrix(x.rows, x.cols, value)
    const tangent = Float64Array.from(at, (power, k) => {
      const dx = x.tangent ? x.tangent[k] : 0
      const byBase = dx === 0 ? 0 : field.multiply(dx, power.byBase)
      return slope === 0 ? byBase : field.add(byBase, field.multiply(slope, power.byExponent()))
    })
    return dualMatrix(x.rows, x.cols, value, tangent)
  }

  function abstractFunction(name: string, operands: readonly DualMatrix[], rows: number, cols: number): DualMatrix {
    const { root, positions } = readDerivedName(name)
    const inputs = operands.flatMap(x => {
      const at = columnOrder(x.rows, x.cols)
      return Array.from(x.value, (_, k) => ({ value: x.value[at(k)], slope: x.tangent ? x.tangent[at(k)] : 0 }))
    })
    const moving = inputs.flatMap(({ slope }, input) => (slope === 0 ? [] : [{ slope, input }]))
    const value = functions.abstractFunction(
      root,
      inputs.map(input => input.value),
    )
    const result = zeroMatrix(rows, cols, moving.length > 0)
    const at = columnOrder(rows, cols)
    partialsOf(positions, operands, rows * cols).forEach((partial, k) => {
      result.value[at(k)] = value(partial)
      for (const { slope, input } of moving) {
        const further = { output: partial.output, inputs: [...partial.inputs, input].sort((a, b) => a - b) }
        result.tangent![at(k)] = field.add(result.tangent![at(k)], field.multiply(slope, value(further)))
      }
    })
    return result
  }

  /** By the normal equations, with the full rank that random and generic values have. @throws `value` without it */
  function pseudoinverse(x: DualMatrix): DualMatrix {
    const transposed = gatherEntries(x, x.cols, x.rows, (i, j) => [j, i])
    if (x.rows >= x.cols) {
      return multiplyMatrices(field, invertMatrix(field, multiplyMatrices(field, transposed, x)), transposed)
    }
    return multiplyMatrices(field, transposed, invertMatrix(field, multiplyMatrices(field, x, transposed)))
  }
}

/** No formula has a larger matrix power; over a prime field it tells small integers from fractions. */
export const largestInteger = 4096
