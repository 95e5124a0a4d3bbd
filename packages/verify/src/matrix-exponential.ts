import { Matrix, solve } from 'ml-matrix'

/** The coefficients of the [13/13] Padé approximant, p(x) = Σ bₖ xᵏ and e^x ≈ p(x)/p(-x). */
const b = [
  64764752532480000, 32382376266240000, 7771770303897600, 1187353796428800, 129060195264000, 10559470521600,
  670442572800, 33522128640, 1323241920, 40840800, 960960, 16380, 182, 1,
]

/** Up to this 1-norm the approximant is exact to rounding. */
const theta13 = 5.371920351148152

/** The largest absolute column sum. */
export function norm1(x: Matrix): number {
  let largest = 0
  for (let j = 0; j < x.columns; j++) {
    let sum = 0
    for (let i = 0; i < x.rows; i++) sum += Math.abs(x.get(i, j))
    // Written so that NaN gets through.
    if (!(sum <= largest)) largest = sum
  }
  return largest
}

/** c₀A₀ + c₁A₁ + ... */
function combine(coefficients: readonly number[], matrices: readonly Matrix[]): Matrix {
  const total = Matrix.zeros(matrices[0].rows, matrices[0].columns)
  coefficients.forEach((coefficient, k) => {
    total.add(Matrix.mul(matrices[k], coefficient))
  })
  return total
}

/**
 * The matrix exponential by scaling, Padé 13 and squaring.
 * N. J. Higham, The Scaling and Squaring Method for the Matrix Exponential Revisited, SIAM J. Matrix Anal. Appl. 26
 * (2005), algorithm 2.3.
 */
export function matrixExponential(x: Matrix): Matrix {
  const norm = norm1(x)
  if (!Number.isFinite(norm)) return Matrix.mul(x, Number.NaN)
  const squarings = norm > theta13 ? Math.ceil(Math.log2(norm / theta13)) : 0
  const a = Matrix.mul(x, 2 ** -squarings)
  const identity = Matrix.eye(x.rows, x.rows)
  const a2 = a.mmul(a)
  const a4 = a2.mmul(a2)
  const a6 = a4.mmul(a2)
  const high = [a6, a4, a2]
  const all = [a6, a4, a2, identity]
  const odd = a.mmul(a6.mmul(combine([b[13], b[11], b[9]], high)).add(combine([b[7], b[5], b[3], b[1]], all)))
  const even = a6.mmul(combine([b[12], b[10], b[8]], high)).add(combine([b[6], b[4], b[2], b[0]], all))
  let result = solve(Matrix.sub(even, odd), Matrix.add(even, odd))
  for (let i = 0; i < squarings; i++) result = result.mmul(result)
  return result
}

/**
 * phi1(X) = Σ X^k/(k+1)!, the upper right block of the exponential of [X I; 0 0], so that singular X is nothing special.
 * Higham, Functions of Matrices, theorem 10.21 and (10.44).
 */
export function phi1(x: Matrix): Matrix {
  const n = x.rows
  const block = Matrix.zeros(2 * n, 2 * n)
  block.setSubMatrix(x, 0, 0)
  block.setSubMatrix(Matrix.eye(n, n), 0, n)
  return matrixExponential(block).subMatrix(0, n - 1, n, 2 * n - 1)
}
