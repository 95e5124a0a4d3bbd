import type { Elementwise } from './operator.ts'
import type { Rational } from './rational.ts'

/**
 * What an operator's evaluation may use: matrices over some field, whichever it is (floating point, a prime field,
 * dual numbers over either). An operator says *what* it computes in these words; packages/verify says *how*.
 * Scalars are 1×1 matrices. Sizes are numbers here, not symbols.
 */
export interface Algebra<M> {
  rows(x: M): number
  cols(x: M): number
  /** The 1×1 matrix of a rational number. */
  number(value: Rational): M
  /** The matrix all of whose entries are the 1×1 `value`. */
  fill(value: M, rows: number, cols: number): M
  identity(size: number): M
  add(x: M, y: M): M
  /** The 1×1 `factor` times every entry. */
  scale(factor: M, x: M): M
  multiply(x: M, y: M): M
  hadamard(x: M, y: M): M
  /** Moves entries: entry (i, j) of the result is entry `from(i, j)` of x, or 0 where `from` gives undefined. */
  gather(x: M, rows: number, cols: number, from: (i: number, j: number) => readonly [number, number] | undefined): M
  /** @throws `value` when x is singular */
  inverse(x: M): M
  /** 1×1. */
  determinant(x: M): M
  /** det(x) times the inverse of x, defined for singular x too. */
  adjugate(x: M): M
  /** 1/entry for every entry. @throws `value` on a zero entry where the field has no infinity */
  reciprocal(x: M): M
  /** entry^exponent for every entry, the exponent 1×1. */
  power(x: M, exponent: M): M
  /**
   * The largest entry, 1×1. Only for shifts that cancel, as in softmax: it counts as constant, without a tangent.
   */
  max(x: M): M
  /** The 1×1 x as a machine integer: the exponent of a matrix power. @throws `value` when it is none */
  integer(x: M): number
  /** A scalar function of every entry. */
  elementwise(f: Elementwise, name: string, x: M): M
  /** An abstract scalar function of every entry, by name; its derivative is the function of that name and a prime. */
  abstractElementwise(name: string, x: M): M
  /**
   * An abstract function of the program, by name: equal arguments give equal values.
   * Its derivative is `D(name)`, the numerator-layout Jacobian.
   */
  abstractFunction(name: string, operands: readonly M[], rows: number, cols: number): M
  /** A function that only exists in real numbers: 'expm', 'logm', 'sqrtm', 'pinv', 'chol', 'frechet', ... */
  analytic(name: string, operands: readonly M[]): M
}
