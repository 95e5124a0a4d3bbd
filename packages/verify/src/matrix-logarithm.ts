import { fail } from '@matrix-derive/core'
import type { Arithmetic } from './arithmetic.ts'
import { norm1, subtract, times } from './matrix-exponential.ts'
import { defined } from './question.ts'

/** The iteration converges quadratically; what has not converged by then has an eigenvalue on the closed negative axis. */
const mostIterations = 60

/**
 * The principal square root by the product form of the Denman-Beavers iteration with determinantal scaling.
 * Higham, Functions of Matrices, (6.29) and section 6.5. Unlike an eigenvalue method it needs no diagonalizable matrix, which
 * the block matrices of a Fréchet derivative never are.
 * @throws `value` where there is no principal square root
 */
export function matrixSquareRoot<M>(algebra: Arithmetic<M>, a: M): M {
  const { add, multiply } = algebra
  const n = algebra.rows(a)
  const identity = algebra.identity(n)
  let product = a
  let root = a
  let before = Number.POSITIVE_INFINITY
  for (let i = 0; i < mostIterations; i++) {
    const at = product
    const reciprocal = defined(() => algebra.inverse(at))
    if (reciprocal === undefined) break
    const [[determinant]] = algebra.toRows(algebra.determinant(product))
    const size = Math.abs(determinant) ** (-1 / (2 * n))
    const scale = before > 1e-2 && Number.isFinite(size) && size > 0 ? size : 1
    const small = times(algebra, scale ** -2, reciprocal)
    root = times(algebra, scale / 2, multiply(root, add(identity, small)))
    const mean = times(algebra, 1 / 2, add(times(algebra, scale ** 2, product), small))
    product = times(algebra, 1 / 2, add(mean, identity))
    const distance = norm1(algebra, subtract(algebra, product, identity))
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
export function matrixLogarithm<M>(algebra: Arithmetic<M>, a: M): M {
  const identity = algebra.identity(algebra.rows(a))
  const fromIdentity = (x: M) => subtract(algebra, x, identity)
  let root = a
  let roots = 0
  while (!(norm1(algebra, fromIdentity(root)) <= theta7)) {
    if (roots++ > mostIterations) fail('value', 'Expected a matrix that has a logarithm.')
    root = matrixSquareRoot(algebra, root)
  }
  const z = fromIdentity(root)
  const terms = quadrature.map(({ node, weight }) => {
    const below = algebra.add(identity, times(algebra, node, z))
    return times(algebra, weight, algebra.multiply(algebra.inverse(below), z))
  })
  return times(algebra, 2 ** roots, terms.reduce(algebra.add))
}
