import { type Elementwise, fail, rationalToNumber } from '@matrix-derive/core'
import {
  CholeskyDecomposition,
  determinant,
  inverse,
  LuDecomposition,
  Matrix,
  pseudoInverse,
  SingularValueDecomposition,
} from 'ml-matrix'
import { partialsOf, readDerivedName } from './abstract-function.ts'
import { analyticValue } from './analytic.ts'
import type { Arithmetic } from './arithmetic.ts'
import { elementwiseStandIn, standIn } from './stand-in.ts'

/** Every entry changed by f. */
function map(x: Matrix, f: (entry: number) => number): Matrix {
  const result = Matrix.zeros(x.rows, x.columns)
  for (let i = 0; i < x.rows; i++) for (let j = 0; j < x.columns; j++) result.set(i, j, f(x.get(i, j)))
  return result
}

/** The entries in the order of vec. */
export function columnMajor(rows: number, cols: number, entry: (i: number, j: number) => number): number[] {
  return Array.from({ length: rows * cols }, (_, k) => entry(k % rows, Math.floor(k / rows)))
}

/**
 * The adjugate by the singular value decomposition, X = UΣV' giving adj(X) = det(U)det(V) V adj(Σ) U', which needs no
 * inverse and so does not mind a singular X. G. W. Stewart, On the adjugate matrix, Linear Algebra Appl. 283 (1998).
 */
function adjugate(x: Matrix): Matrix {
  const svd = new SingularValueDecomposition(x, { autoTranspose: true })
  const values = svd.diagonal
  const [u, v] = [svd.leftSingularVectors, svd.rightSingularVectors]
  const others = values.map((_, i) => values.reduce((product, value, k) => (k === i ? product : product * value), 1))
  return v
    .mmul(Matrix.diag(others))
    .mmul(u.transpose())
    .mul(determinant(u) * determinant(v))
}

/** X' = X to rounding: what chol demands, and what it would otherwise silently assume. */
function checkSymmetric(x: Matrix): void {
  const scale = x.maxIndex().length > 0 ? Math.max(Math.abs(x.max()), Math.abs(x.min())) : 0
  for (let i = 0; i < x.rows; i++) {
    for (let j = 0; j < i; j++) {
      if (Math.abs(x.get(i, j) - x.get(j, i)) > 1e-8 * scale) fail('value', 'Expected a symmetric matrix under chol.')
    }
  }
}

function cholesky(x: Matrix): Matrix {
  checkSymmetric(x)
  // The library wants X' = X to the last bit, which rounding does not leave.
  const decomposition = new CholeskyDecomposition(Matrix.add(x, x.transpose()).div(2))
  if (!decomposition.isPositiveDefinite()) fail('value', 'Expected a positive definite matrix under chol.')
  return decomposition.lowerTriangularMatrix
}

function failAbstract(name: string): never {
  return fail('value', `Expected a function with a definition; ${name} is declared as abstract and has no value.`)
}

/** Matrices of float64 numbers, on ml-matrix. Entries outside a function's domain become NaN. */
export const floatAlgebra: Arithmetic<Matrix> = {
  fromRows: rows => new Matrix(rows.map(row => [...row])),
  toRows: x => x.to2DArray(),
  rows: x => x.rows,
  cols: x => x.columns,
  number: value => new Matrix([[rationalToNumber(value)]]),
  fill: (value, rows, cols) => Matrix.zeros(rows, cols).fill(value.get(0, 0)),
  identity: size => Matrix.eye(size, size),
  add: (x, y) => Matrix.add(x, y),
  scale: (factor, x) => Matrix.mul(x, factor.get(0, 0)),
  multiply: (x, y) => x.mmul(y),
  hadamard: (x, y) => Matrix.mul(x, y),
  gather(x, rows, cols, from) {
    const result = Matrix.zeros(rows, cols)
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < cols; j++) {
        const source = from(i, j)
        if (source) result.set(i, j, x.get(source[0], source[1]))
      }
    }
    return result
  },
  inverse(x) {
    if (new LuDecomposition(x).isSingular()) fail('value', 'Expected an invertible matrix, received a singular one.')
    return inverse(x)
  },
  determinant: x => new Matrix([[determinant(x)]]),
  adjugate,
  reciprocal: x => map(x, entry => 1 / entry),
  power(x, exponent) {
    const e = exponent.get(0, 0)
    return map(x, entry => entry ** e)
  },
  max: x => new Matrix([[x.max()]]),
  integer(x) {
    const value = x.get(0, 0)
    return Number.isInteger(value) ? value : fail('value', `Expected an integer exponent, received ${value}.`)
  },
  elementwise: (f: Elementwise, _name, x) => map(x, f.value),
  abstractElementwise: failAbstract,
  abstractFunction: failAbstract,
  analytic(name, operands) {
    if (name === 'pinv') return pseudoInverse(operands[0])
    if (name === 'chol') return cholesky(operands[0])
    return analyticValue(floatAlgebra, name, operands)
  },
}

/** The same where the point is to compare: abstract functions have the values of their stand-ins. */
export const standInAlgebra: Arithmetic<Matrix> = {
  ...floatAlgebra,
  abstractElementwise: (name, x) => map(x, elementwiseStandIn(name)),
  abstractFunction(name, operands, rows, cols) {
    const { root, positions } = readDerivedName(name)
    const value = standIn(
      root,
      operands.flatMap(x => columnMajor(x.rows, x.columns, (i, j) => x.get(i, j))),
    )
    const sizes = operands.map(x => ({ rows: x.rows, cols: x.columns }))
    const result = Matrix.zeros(rows, cols)
    partialsOf(positions, sizes, rows * cols).forEach((partial, k) => {
      result.set(k % rows, Math.floor(k / rows), value(partial))
    })
    return result
  },
}
