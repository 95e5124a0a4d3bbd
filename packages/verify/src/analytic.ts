import { type Algebra, fail } from '@matrix-derive/core'
import type { Arithmetic } from './arithmetic.ts'
import { frechetOf } from './frechet-name.ts'
import { matrixExponential, norm1, phi1, times } from './matrix-exponential.ts'
import { matrixLogarithm, matrixSquareRoot } from './matrix-logarithm.ts'

type MatrixFunction = <M>(algebra: Arithmetic<M>, x: M) => M

/** Functions of one square matrix that are power series of it: their derivatives come from block matrices. */
const primaryFunctions: ReadonlyMap<string, MatrixFunction> = new Map<string, MatrixFunction>([
  ['expm', matrixExponential],
  ['logm', matrixLogarithm],
  ['sqrtm', matrixSquareRoot],
  ['phi1', phi1],
])

/** The function of that name that is a power series of its matrix, undefined for any other. */
export function primaryFunction(name: string): MatrixFunction | undefined {
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

/**
 * The derivative of a power series at x in the directions e: the upper right block of f([X E; 0 X]) (Higham, Functions of
 * Matrices, theorem 3.6), and for more directions that of the derivative at such a block (Higham and Relton 2014, theorem
 * 3.5). E is scaled to the size of X, which linearity allows, so that it does not spoil the accuracy of f.
 * @throws `value` outside the function's domain
 */
export function frechetDerivative<M>(algebra: Arithmetic<M>, f: MatrixFunction, x: M, e: readonly M[]): M {
  if (e.length === 0) return f(algebra, x)
  const [direction, ...others] = e
  const size = norm1(algebra, direction)
  if (size === 0) return direction
  const scale = Math.max(norm1(algebra, x), 1e-3) / size
  const whole = block(algebra, x, times(algebra, scale, direction))
  const corner = upperRight(algebra, frechetDerivative(algebra, f, whole, others.map(twice)))
  return times(algebra, 1 / scale, corner)

  function twice(other: M): M {
    const nothing = algebra.gather(other, algebra.rows(other), algebra.rows(other), () => undefined)
    return block(algebra, other, nothing)
  }
}

/**
 * The value of a power series of a matrix, or of its derivative.
 * @throws `value` outside the function's domain, `unsupported` for an unknown name
 */
export function analyticValue<M>(algebra: Arithmetic<M>, name: string, [x, ...e]: readonly M[]): M {
  const series = primaryFunctions.get(frechetOf(name) ?? name)
  if (series) return frechetDerivative(algebra, series, x, e)
  return fail('unsupported', `Expected a function with a numeric value, received ${name}.`)
}
