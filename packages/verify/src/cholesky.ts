import { fail } from '@matrix-derive/core'
import { type DualMatrix, zeroMatrix } from './dual-matrix.ts'

/** How far entries may be from symmetric, relative to the largest. */
const tolerance = 1e-8

/** X as the function of a symmetric matrix: the mean of X and X', tangent included. @throws `value` far from symmetric */
function symmetrized({ rows: n, value, tangent }: DualMatrix): DualMatrix {
  const result = zeroMatrix(n, n, true)
  const scale = value.reduce((largest, entry) => Math.max(largest, Math.abs(entry)), 0)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const [a, b] = [i * n + j, j * n + i]
      if (Math.abs(value[a] - value[b]) > tolerance * scale) fail('value', 'Expected a symmetric matrix under chol.')
      result.value[a] = (value[a] + value[b]) / 2
      if (tangent) result.tangent![a] = (tangent[a] + tangent[b]) / 2
    }
  }
  return result
}

/**
 * The lower Cholesky factor of a matrix of dual numbers, by the algorithm itself carried out on duals: the tangent of
 * √a is a'/(2√a), and the rest is sums, products and quotients.
 * @throws `value` where the matrix is not symmetric positive definite
 */
export function cholesky(x: DualMatrix): DualMatrix {
  const n = x.rows
  const a = symmetrized(x)
  const factor = zeroMatrix(n, n, true)
  const [l, dl] = [factor.value, factor.tangent!]
  for (let j = 0; j < n; j++) {
    for (let i = j; i < n; i++) {
      let [sum, slope] = [a.value[i * n + j], a.tangent![i * n + j]]
      for (let k = 0; k < j; k++) {
        sum -= l[i * n + k] * l[j * n + k]
        slope -= dl[i * n + k] * l[j * n + k] + l[i * n + k] * dl[j * n + k]
      }
      const diagonal = j * n + j
      if (i === j) {
        if (!(sum > 0)) fail('value', 'Expected a positive definite matrix under chol.')
        l[diagonal] = Math.sqrt(sum)
        dl[diagonal] = slope / (2 * l[diagonal])
      } else {
        l[i * n + j] = sum / l[diagonal]
        dl[i * n + j] = (slope - l[i * n + j] * dl[diagonal]) / l[diagonal]
      }
    }
  }
  return factor
}
