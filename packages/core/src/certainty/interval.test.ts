import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rational } from '../expression/rational.ts'
import {
  anywhere,
  apartFromZero,
  between,
  both,
  either,
  type Interval,
  increasing,
  inside,
  minus,
  plus,
  pointAt,
  positive,
  raised,
  repeated,
  sizeOf,
  times,
} from './interval.ts'

const seed = 20
const contains = ({ lower, lowerOpen, upper, upperOpen, nonzero }: Interval, x: number) =>
  (lowerOpen ? x > lower : x >= lower) && (upperOpen ? x < upper : x <= upper) && !(nonzero && x === 0)

interface Placed {
  readonly where: Interval
  readonly x: number
}

/** Intervals whose bounds are of all kinds, and a number in each: eighths, which floating point multiplies without rounding. */
const placed: fc.Arbitrary<Placed> = fc
  .record({
    x: fc.integer({ min: -24, max: 24 }).map(n => n / 8),
    below: fc.constantFrom(0, 1 / 8, 1, Infinity),
    above: fc.constantFrom(0, 1 / 8, 1, Infinity),
    isOpen: fc.boolean(),
    isApart: fc.boolean(),
  })
  .map(({ x, below, above, isOpen, isApart }) => {
    let where = between(x - below, x + above)
    if (isOpen && below > 0 && above > 0) where = inside(where)
    if (isApart && x !== 0) where = apartFromZero(where)
    return { where, x }
  })

const check = (holds: (a: Placed, b: Placed) => void) =>
  fc.assert(fc.property(placed, placed, holds), { seed, numRuns: 2_000 })

describe('what is computed of numbers lies where what is computed of their intervals says', () => {
  test('sums, products, negatives, sizes', () => {
    check((a, b) => {
      expect(contains(plus(a.where, b.where), a.x + b.x)).toBe(true)
      expect(contains(times(a.where, b.where), a.x * b.x)).toBe(true)
      expect(contains(minus(a.where), -a.x)).toBe(true)
      expect(contains(sizeOf(a.where), Math.abs(a.x))).toBe(true)
      expect(contains(either(a.where, b.where), a.x)).toBe(true)
      for (const n of [1, 2, 3]) expect(contains(repeated(a.where), n * a.x)).toBe(true)
      if (contains(b.where, a.x)) expect(contains(both(a.where, b.where), a.x)).toBe(true)
    })
  })

  test('powers', () => {
    check(a => {
      for (const n of [-4, -3, -2, -1, 1, 2, 3, 4]) {
        if (n < 0 && a.x === 0) continue
        const y = a.x ** n
        // A quotient is rounded.
        const near = raised(a.where, BigInt(n))
        const slack = n < 0 ? 1e-12 : 0
        expect(y >= near.lower - slack && y <= near.upper + slack).toBe(true)
        if (slack === 0) expect(contains(near, y)).toBe(true)
      }
    })
  })

  test('increasing functions', () => {
    const cube = increasing([-Infinity, -Infinity], [-1, -1], [0, 0], [2, 8], [Infinity, Infinity])
    check(a => {
      expect(contains(cube(a.where), a.x ** 3)).toBe(true)
    })
    const root = increasing([0, 0], [1, 1], [Infinity, Infinity])
    check(a => {
      if (a.x >= 0) expect(contains(root(a.where), Math.sqrt(a.x))).toBe(true)
    })
  })
})

test('numbers too small or too large for the bounds keep their sign', () => {
  expect(pointAt(rational(1, 10n ** 300n))).toMatchObject({ lower: 0, lowerOpen: true, nonzero: true })
  expect(pointAt(rational(-1, 3))).toMatchObject({ upper: -341 / 1024, upperOpen: true })
  expect(pointAt(rational(10n ** 400n))).toMatchObject({ lower: 65536, upper: Infinity, nonzero: true })
  expect(plus(pointAt(rational(10n ** 400n)), pointAt(rational(-(10n ** 401n))))).toMatchObject(anywhere)
})

test('says as much as can be known', () => {
  expect(raised(anywhere, 2n)).toMatchObject({ lower: 0, lowerOpen: false })
  expect(plus(between(1, 1), raised(anywhere, 2n)).nonzero).toBe(true)
  expect(plus(between(1, 1), minus(inside(between(0, 1))))).toMatchObject({ lower: 0, nonzero: true })
  expect(raised(positive, -1n)).toMatchObject(positive)
  expect(raised(between(2, 4), -1n)).toMatchObject({ lower: 0.25, upper: 0.5 })
})
