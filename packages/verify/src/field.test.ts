import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createRandom } from './arithmetic.ts'
import {
  addMatrices,
  type DualMatrix,
  dualMatrix,
  multiplyEntries,
  multiplyMatrices,
  zeroMatrix,
} from './dual-matrix.ts'
import { eliminate, faddeevLeVerrier } from './elimination.ts'
import { primeField as field, prime, reduce } from './field.ts'

const element = fc.oneof(fc.integer({ min: 0, max: prime - 1 }), fc.integer({ min: prime - 3, max: prime - 1 }))

test('prime is prime', () => {
  for (let divisor = 2; divisor * divisor <= prime; divisor++) expect(prime % divisor).not.toBe(0)
})

test('the field computes as integers modulo the prime do', () => {
  const modulo = (x: bigint) => Number(((x % BigInt(prime)) + BigInt(prime)) % BigInt(prime))
  fc.assert(
    fc.property(element, element, element, element, (a, b, c, d) => {
      const [x, y, z, w] = [a, b, c, d].map(BigInt)
      expect(field.multiply(a, b)).toBe(modulo(x * y))
      expect(field.multiplyPairs(a, b, c, d)).toBe(modulo(x * y + z * w))
      expect(field.add(a, b)).toBe(modulo(x + y))
      expect(field.subtract(a, b)).toBe(modulo(x - y))
      if (a !== 0) expect(field.multiply(a, field.invert(a))).toBe(1)
    }),
    { numRuns: 2000 },
  )
})

test('numbers up to 2^53 are reduced as they should be', () => {
  // Between two multiples of the prime the rounded quotient only grows: it is right everywhere if it is right at the ends.
  // STEP=1 tries all of them.
  const step = prime * Number(process.env.STEP ?? 101)
  let wrong = 0
  for (let multiple = prime; multiple <= Number.MAX_SAFE_INTEGER; multiple += step) {
    if (reduce(multiple) !== 0 || reduce(multiple - 1) !== prime - 1) wrong++
  }
  expect(wrong).toBe(0)
}, 120_000)

function random(seed: number, rows: number, cols: number): DualMatrix {
  const next = createRandom(seed)
  const entries = () => Float64Array.from({ length: rows * cols }, () => Math.floor(next() * prime))
  return dualMatrix(rows, cols, entries(), entries())
}

function diagonal(n: number, entry: DualMatrix): DualMatrix {
  const result = zeroMatrix(n, n, true)
  for (let i = 0; i < n; i++) {
    result.value[i * (n + 1)] = entry.value[0]
    result.tangent![i * (n + 1)] = entry.tangent![0]
  }
  return result
}

const one = dualMatrix(1, 1, Float64Array.of(1), Float64Array.of(0))

test('the inverse of a dual matrix is its inverse, tangents included', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 1, max: 6 }), (seed, n) => {
      const x = random(seed, n, n)
      const { inverse } = eliminate(field, x)!
      expect(multiplyMatrices(field, x, inverse)).toEqual(diagonal(n, one))
    }),
  )
})

test('the determinant by elimination and by Faddeev and LeVerrier are the same dual number', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 1, max: 6 }), (seed, n) => {
      const x = random(seed, n, n)
      expect(eliminate(field, x)!.determinant).toEqual(faddeevLeVerrier(field, x).determinant)
    }),
  )
})

test('X adj(X) = det(X) I for matrices of any rank, tangents included', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 2, max: 5 }), fc.integer({ min: 1, max: 5 }), (seed, n, rank) => {
      const low = multiplyMatrices(field, random(seed, n, Math.min(rank, n)), random(seed + 1, Math.min(rank, n), n))
      const { determinant, adjugate } = faddeevLeVerrier(field, low)
      expect(multiplyMatrices(field, low, adjugate)).toEqual(diagonal(n, determinant))
      if (rank < n) expect(eliminate(field, { ...low, tangent: undefined })).toBeUndefined()
    }),
  )
})

test('a missing tangent counts as zero', () => {
  const x = random(5, 2, 3)
  const still = { ...x, tangent: undefined }
  expect(addMatrices(field, x, still).tangent).toEqual(x.tangent)
  expect(multiplyEntries(field, still, still, k => k).tangent).toBeUndefined()
})
