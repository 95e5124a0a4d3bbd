import { fail } from '@matrix-derive/core'
import { determinant, inverse, LuDecomposition, Matrix, solve } from 'ml-matrix'
import { norm1 } from './matrix-exponential.ts'

/** The iteration converges quadratically; what has not converged by then has an eigenvalue on the closed negative axis. */
const mostIterations = 60

/**
 * The principal square root by the product form of the Denman-Beavers iteration with determinantal scaling.
 * Higham, Functions of Matrices, (6.29) and section 6.5. Unlike an eigenvalue method it needs no diagonalizable matrix, which
 * the block matrices of a Fréchet derivative never are.
 * @throws `value` where there is no principal square root
 */
export function matrixSquareRoot(a: Matrix): Matrix {
  const n = a.rows
  const identity = Matrix.eye(n, n)
  let product = a.clone()
  let root = a.clone()
  let before = Number.POSITIVE_INFINITY
  for (let i = 0; i < mostIterations; i++) {
    const size = Math.abs(determinant(product)) ** (-1 / (2 * n))
    const scale = before > 1e-2 && Number.isFinite(size) && size > 0 ? size : 1
    if (new LuDecomposition(product).isSingular()) break
    const reciprocal = inverse(product)
    root = root.mmul(Matrix.add(identity, Matrix.mul(reciprocal, scale ** -2))).mul(scale / 2)
    product = Matrix.mul(product, scale ** 2)
      .add(Matrix.mul(reciprocal, scale ** -2))
      .mul(1 / 2)
      .add(identity)
      .mul(1 / 2)
    const distance = norm1(Matrix.sub(product, identity))
    // Quadratic convergence turns 1e-9 into rounding error; past that the distance only wanders.
    if (distance <= n * Number.EPSILON || (distance < 1e-9 && distance >= before / 2)) return root
    before = distance
  }
  return fail(
    'value',
    'Expected a matrix without eigenvalues at 0 or on the negative axis, for its principal square root.',
  )
}

/** Nodes and weights of Gauss-Legendre quadrature on [0, 1], by Newton's method from the usual cosine guesses. */
function gaussLegendre(order: number): { node: number; weight: number }[] {
  return Array.from({ length: order }, (_, k) => {
    let x = Math.cos((Math.PI * (k + 0.75)) / (order + 0.5))
    let slope = 1
    for (let i = 0; i < 10; i++) {
      let [previous, current] = [1, x]
      for (let n = 2; n <= order; n++)
        [previous, current] = [current, ((2 * n - 1) * x * current - (n - 1) * previous) / n]
      slope = (order * (x * current - previous)) / (x * x - 1)
      x -= current / slope
    }
    return { node: (1 + x) / 2, weight: 1 / ((1 - x * x) * slope * slope) }
  })
}

/** The [7/7] Padé approximant of log(1 + x) is exact to rounding up to this norm (Higham, table 11.1). */
const theta7 = 0.264
const quadrature = gaussLegendre(7)

/**
 * The principal logarithm by inverse scaling and squaring: square roots until close to I, then the Padé approximant in
 * its partial fraction form Σ wⱼ (I + xⱼZ)⁻¹Z. Higham, Functions of Matrices, (11.18) and algorithm 11.9.
 * @throws `value` where there is no principal logarithm
 */
export function matrixLogarithm(a: Matrix): Matrix {
  const identity = Matrix.eye(a.rows, a.rows)
  let root = a
  let roots = 0
  while (!(norm1(Matrix.sub(root, identity)) <= theta7)) {
    if (roots++ > mostIterations) fail('value', 'Expected a matrix that has a logarithm.')
    root = matrixSquareRoot(root)
  }
  const z = Matrix.sub(root, identity)
  const logarithm = Matrix.zeros(a.rows, a.rows)
  for (const { node, weight } of quadrature) {
    logarithm.add(Matrix.mul(solve(Matrix.add(identity, Matrix.mul(z, node)), z), weight))
  }
  return logarithm.mul(2 ** roots)
}
