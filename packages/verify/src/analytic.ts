import { type Algebra, fail } from '@matrix-derive/core'
import { CholeskyDecomposition, Matrix, pseudoInverse } from 'ml-matrix'
import { frechetOf } from './frechet-name.ts'
import { matrixExponential, phi1 } from './matrix-exponential.ts'
import { matrixLogarithm, matrixSquareRoot } from './matrix-logarithm.ts'

/** Functions of one square matrix that are power series of it: their derivatives come from block matrices. */
const primaryFunctions: ReadonlyMap<string, (x: Matrix) => Matrix> = new Map([
  ['expm', matrixExponential],
  ['logm', matrixLogarithm],
  ['sqrtm', matrixSquareRoot],
  ['phi1', phi1],
])

/** The function of that name that is a power series of its matrix, undefined for any other. */
export function primaryFunction(name: string): ((x: Matrix) => Matrix) | undefined {
  return primaryFunctions.get(name)
}

/** The matrix [x e; 0 x], or with only x the matrix [x 0; 0 x]. */
export function block<M>(algebra: Algebra<M>, x: M, e: M): M {
  const n = algebra.rows(x)
  const diagonal = algebra.gather(x, 2 * n, 2 * n, (i, j) => (i < n === j < n ? [i % n, j % n] : undefined))
  const corner = algebra.gather(e, 2 * n, 2 * n, (i, j) => (i < n && j >= n ? [i, j - n] : undefined))
  return algebra.add(diagonal, corner)
}

/** The upper right quarter. */
export function upperRight<M>(algebra: Algebra<M>, x: M): M {
  const n = algebra.rows(x) / 2
  return algebra.gather(x, n, n, (i, j) => [i, j + n])
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

/**
 * The value of a function that only exists in real numbers. A Fréchet derivative is the upper right block of
 * f([X E; 0 X]) (Higham, Functions of Matrices, theorem 3.6); E is scaled to the size of X, which linearity allows,
 * so that it does not spoil the accuracy of f.
 * @throws `value` outside the function's domain, `unsupported` for an unknown name
 */
export function analyticValue(algebra: Algebra<Matrix>, name: string, operands: readonly Matrix[]): Matrix {
  const [x, e] = operands
  const direct = primaryFunctions.get(name)
  if (direct) return direct(x)
  const series = primaryFunctions.get(frechetOf(name) ?? '')
  if (series) {
    const size = e.norm()
    if (size === 0) return e.clone()
    const scale = Math.max(x.norm(), 1e-3) / size
    return upperRight(algebra, series(block(algebra, x, e.clone().mul(scale)))).div(scale)
  }
  if (name === 'pinv') return pseudoInverse(x)
  if (name === 'chol') return cholesky(x)
  return fail('unsupported', `Expected a function with a numeric value, received ${name}.`)
}
