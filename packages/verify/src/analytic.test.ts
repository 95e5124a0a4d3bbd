import fc from 'fast-check'
import { Matrix } from 'ml-matrix'
import { expect, test } from 'vitest'
import { createRandom } from './arithmetic.ts'
import { floatAlgebra } from './float.ts'
import { norm1 } from './matrix-exponential.ts'

const analytic = (name: string, ...operands: Matrix[]) => floatAlgebra.analytic(name, operands)
const identity = (n: number) => Matrix.eye(n, n)

function random(seed: number, rows: number, cols = rows): Matrix {
  const next = createRandom(seed)
  return new Matrix(Array.from({ length: rows }, () => Array.from({ length: cols }, () => 2 * next() - 1)))
}

/** Far enough from the negative axis for logarithms and roots. */
const positive = (seed: number, n: number) => random(seed, n).add(Matrix.mul(identity(n), 3))

function expectClose(actual: Matrix, expected: Matrix, tolerance = 1e-12) {
  expect(norm1(floatAlgebra, Matrix.sub(actual, expected))).toBeLessThanOrEqual(
    tolerance * Math.max(1, norm1(floatAlgebra, expected)),
  )
}

test('the exponential of a rotation generator is the rotation', () => {
  const angle = 20
  const turned = analytic(
    'expm',
    new Matrix([
      [0, -angle],
      [angle, 0],
    ]),
  )
  expectClose(
    turned,
    new Matrix([
      [Math.cos(angle), -Math.sin(angle)],
      [Math.sin(angle), Math.cos(angle)],
    ]),
    1e-13,
  )
})

test('a Jordan block, which has no eigenbasis', () => {
  const e = Math.E
  expectClose(
    analytic(
      'expm',
      new Matrix([
        [1, 1, 0],
        [0, 1, 1],
        [0, 0, 1],
      ]),
    ),
    new Matrix([
      [e, e, e / 2],
      [0, e, e],
      [0, 0, e],
    ]),
    1e-15,
  )
})

test('logarithm, square root and exponential undo each other', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 1, max: 6 }), (seed, n) => {
      const a = positive(seed, n)
      expectClose(analytic('expm', analytic('logm', a)), a)
      const root = analytic('sqrtm', a)
      expectClose(root.mmul(root), a)
      const x = random(seed, n)
      expectClose(analytic('phi1', x).mmul(x).add(identity(n)), analytic('expm', x))
    }),
    { numRuns: 60 },
  )
})

test('a matrix on the negative axis has no principal root or logarithm', () => {
  const a = new Matrix([
    [-1, 0],
    [0, -2],
  ])
  for (const name of ['sqrtm', 'logm']) expect(() => analytic(name, a)).toThrow('negative')
})

test.each(['expm', 'logm', 'sqrtm', 'phi1'])('the Fréchet derivative of %s agrees with differences', name => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 1, max: 5 }), (seed, n) => {
      const [a, e] = [positive(seed, n), random(seed + 1, n)]
      const h = 1e-5
      const moved = (by: number) => analytic(name, Matrix.add(a, Matrix.mul(e, by)))
      expectClose(analytic(`frechet-${name}`, a, e), Matrix.sub(moved(h), moved(-h)).div(2 * h), 1e-7)
    }),
    { numRuns: 40 },
  )
})

test.each(['expm', 'logm', 'sqrtm', 'phi1'])('the second Fréchet derivative of %s agrees with differences', name => {
  const [a, e, f] = [positive(3, 3), random(4, 3), random(5, 3)]
  const h = 1e-5
  const moved = (by: number) => analytic(`frechet-${name}`, Matrix.add(a, Matrix.mul(f, by)), e)
  const twice = analytic(`frechet-${name}`, a, e, f)
  expectClose(twice, Matrix.sub(moved(h), moved(-h)).div(2 * h), 1e-7)
  expectClose(analytic(`frechet-${name}`, a, f, e), twice)
})

test('the Fréchet derivative is linear in its direction, however large', () => {
  const [a, e] = [positive(3, 4), random(4, 4)]
  const once = analytic('frechet-logm', a, e)
  expectClose(analytic('frechet-logm', a, Matrix.mul(e, 1e8)).div(1e8), once)
})

test('the pseudoinverse satisfies the equations of Penrose', () => {
  for (const [rows, cols] of [
    [3, 5],
    [5, 3],
  ]) {
    const a = random(7, rows, cols)
    const p = analytic('pinv', a)
    expectClose(a.mmul(p).mmul(a), a)
    expectClose(p.mmul(a).mmul(p), p)
    expectClose(a.mmul(p), a.mmul(p).transpose())
    expectClose(p.mmul(a), p.mmul(a).transpose())
  }
})

test('the adjugate of a singular matrix', () => {
  const a = new Matrix([
    [1, 2, 3],
    [4, 5, 6],
    [7, 8, 9],
  ])
  expectClose(
    floatAlgebra.adjugate(a),
    new Matrix([
      [-3, 6, -3],
      [6, -12, 6],
      [-3, 6, -3],
    ]),
    1e-13,
  )
})

test('chol takes what is symmetric but for rounding', () => {
  const x = new Matrix([
    [2, 1],
    [1 + 1e-15, 2],
  ])
  const factor = analytic('chol', x)
  expectClose(factor.mmul(factor.transpose()), x)
})

test('chol refuses what is not symmetric positive definite', () => {
  expect(() =>
    analytic(
      'chol',
      new Matrix([
        [1, 2],
        [3, 4],
      ]),
    ),
  ).toThrow('symmetric')
  expect(() =>
    analytic(
      'chol',
      new Matrix([
        [1, 2],
        [2, 1],
      ]),
    ),
  ).toThrow('positive definite')
})
