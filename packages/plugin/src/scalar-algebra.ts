import { type Algebra, fail, rationalToNumber } from '@matrix-derive/core'

const unsupported = (): never => fail('unsupported', 'Expected a program that can be evaluated entry by entry.')

/** Numbers as 1×1 matrices: what an entrywise program is evaluated in where one number is wanted. */
export const scalarAlgebra: Algebra<number> = {
  rows: () => 1,
  cols: () => 1,
  number: rationalToNumber,
  fill: value => value,
  identity: () => 1,
  add: (x, y) => x + y,
  scale: (factor, x) => factor * x,
  multiply: (x, y) => x * y,
  hadamard: (x, y) => x * y,
  gather: x => x,
  inverse: x => 1 / x,
  determinant: x => x,
  adjugate: () => 1,
  reciprocal: x => 1 / x,
  power: (x, exponent) => x ** exponent,
  max: x => x,
  integer: x => x,
  elementwise: (f, _, x) => f.value(x),
  abstractElementwise: unsupported,
  abstractFunction: unsupported,
  analytic: unsupported,
}
