import type { Arithmetic } from './arithmetic.ts'

/** The coefficients of the [13/13] Padé approximant, p(x) = Σ bₖ xᵏ and e^x ≈ p(x)/p(-x). */
const b = [
  64764752532480000, 32382376266240000, 7771770303897600, 1187353796428800, 129060195264000, 10559470521600,
  670442572800, 33522128640, 1323241920, 40840800, 960960, 16380, 182, 1,
]

/** Up to this 1-norm the approximant is exact to rounding. */
const theta13 = 5.371920351148152

/** The largest absolute column sum; NaN where an entry is. */
export function norm1<M>(algebra: Arithmetic<M>, x: M): number {
  const rows = algebra.toRows(x)
  const sums = rows[0].map((_, j) => rows.reduce((sum, row) => sum + Math.abs(row[j]), 0))
  return Math.max(...sums)
}

/** factor*x, for a plain number. */
export function times<M>(algebra: Arithmetic<M>, factor: number, x: M): M {
  return algebra.scale(algebra.fromRows([[factor]]), x)
}

/** x - y */
export function subtract<M>(algebra: Arithmetic<M>, x: M, y: M): M {
  return algebra.add(x, times(algebra, -1, y))
}

/** c₀A₀ + c₁A₁ + ... */
function combine<M>(algebra: Arithmetic<M>, coefficients: readonly number[], matrices: readonly M[]): M {
  return coefficients.map((coefficient, k) => times(algebra, coefficient, matrices[k])).reduce(algebra.add)
}

/**
 * The matrix exponential by scaling, Padé 13 and squaring.
 * N. J. Higham, The Scaling and Squaring Method for the Matrix Exponential Revisited, SIAM J. Matrix Anal. Appl. 26
 * (2005), algorithm 2.3.
 */
export function matrixExponential<M>(algebra: Arithmetic<M>, x: M): M {
  const { add, multiply } = algebra
  const norm = norm1(algebra, x)
  if (!Number.isFinite(norm)) return times(algebra, Number.NaN, x)
  const squarings = norm > theta13 ? Math.ceil(Math.log2(norm / theta13)) : 0
  const a = times(algebra, 2 ** -squarings, x)
  const identity = algebra.identity(algebra.rows(x))
  const a2 = multiply(a, a)
  const a4 = multiply(a2, a2)
  const a6 = multiply(a4, a2)
  const high = [a6, a4, a2]
  const all = [a6, a4, a2, identity]
  const polynomial = (above: readonly number[], below: readonly number[]) =>
    add(multiply(a6, combine(algebra, above, high)), combine(algebra, below, all))
  const odd = multiply(a, polynomial([b[13], b[11], b[9]], [b[7], b[5], b[3], b[1]]))
  const even = polynomial([b[12], b[10], b[8]], [b[6], b[4], b[2], b[0]])
  let result = multiply(algebra.inverse(subtract(algebra, even, odd)), add(even, odd))
  for (let i = 0; i < squarings; i++) result = multiply(result, result)
  return result
}

/**
 * phi1(X) = Σ X^k/(k+1)!, the upper right block of the exponential of [X I; 0 0], so that singular X is nothing special.
 * Higham, Functions of Matrices, theorem 10.21 and (10.44).
 */
export function phi1<M>(algebra: Arithmetic<M>, x: M): M {
  const n = algebra.rows(x)
  const above = algebra.gather(x, 2 * n, 2 * n, (i, j) => (i < n && j < n ? [i, j] : undefined))
  const beside = algebra.gather(algebra.identity(n), 2 * n, 2 * n, (i, j) => (i < n && j >= n ? [i, j - n] : undefined))
  const exponential = matrixExponential(algebra, algebra.add(above, beside))
  return algebra.gather(exponential, n, n, (i, j) => [i, j + n])
}
