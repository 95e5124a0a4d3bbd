import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codeOf } from '../testing/symbols.ts'
import {
  addRational,
  equalRational,
  invertRational,
  isNegative,
  isZero,
  multiplyRational,
  negateRational,
  one,
  parseRational,
  powerRational,
  type Rational,
  rational,
  rationalToNumber,
  rationalToText,
  zero,
} from './rational.ts'

const anyRational = fc
  .tuple(fc.bigInt(-(10n ** 12n), 10n ** 12n), fc.bigInt(1n, 10n ** 6n))
  .map(([numerator, denominator]) => rational(numerator, denominator))
const text = (a: Rational) => rationalToText(a)

test('a rational is kept in lowest terms with a positive denominator', () => {
  expect(text(rational(6, -4))).toBe('-3/2')
  expect(text(rational(0, -7))).toBe('0')
  expect(text(rational(-8, -4))).toBe('2')
  expect(rational(6, 4)).toEqual({ numerator: 3n, denominator: 2n })
})

test('a denominator of 0 is refused', () => {
  expect(() => rational(1, 0)).toThrow(RangeError)
  expect(() => invertRational(zero)).toThrow(RangeError)
  expect(() => powerRational(zero, -1)).toThrow(RangeError)
})

test('numbers are read exactly, however they are written', () => {
  expect(text(parseRational('0.1'))).toBe('1/10')
  expect(text(parseRational('2.5e2'))).toBe('250')
  expect(text(parseRational('1e-3'))).toBe('1/1000')
  expect(text(parseRational('1E3'))).toBe('1000')
  expect(text(parseRational('12'))).toBe('12')
  expect(equalRational(addRational(parseRational('0.1'), parseRational('0.2')), parseRational('0.3'))).toBe(true)
})

test('powers of any integer exponent are exact', () => {
  expect(text(powerRational(rational(2, 3), -3))).toBe('27/8')
  expect(text(powerRational(rational(-2), 5))).toBe('-32')
  expect(text(powerRational(rational(5), 0))).toBe('1')
})

test('addition and multiplication are those of a field', () => {
  fc.assert(
    fc.property(anyRational, anyRational, anyRational, (a, b, c) => {
      expect(text(addRational(a, b))).toBe(text(addRational(b, a)))
      expect(text(multiplyRational(a, addRational(b, c)))).toBe(
        text(addRational(multiplyRational(a, b), multiplyRational(a, c))),
      )
      expect(isZero(addRational(a, negateRational(a)))).toBe(true)
      if (!isZero(a)) expect(text(multiplyRational(a, invertRational(a)))).toBe('1')
      expect(multiplyRational(one, a)).toBe(a)
      expect(isNegative(a)).toBe(rationalToNumber(a) < 0)
    }),
    { numRuns: 200 },
  )
})

test('a number of more than 1000 digits is refused, whatever its sign and wherever it stands', () => {
  const big = 10n ** 1_000n
  for (const [n, d] of [
    [big + 1n, 1n],
    [-big - 1n, 1n],
    [1n, big + 1n],
    [1n, -big - 1n],
  ]) {
    expect(codeOf(() => rational(n, d))).toBe('limit-exceeded')
  }
  expect(rational(big).numerator).toBe(big)
})
