import { fail } from '../error.ts'

/** An exact rational number in lowest terms, denominator positive. */
export interface Rational {
  readonly numerator: bigint
  readonly denominator: bigint
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

/** Nobody reads more digits, and sums of fractions with thousands of them take minutes. */
const largest = 10n ** 1_000n

/** The rational numerator/denominator. @throws `limit-exceeded`; RangeError when the denominator is 0 */
export function rational(numerator: bigint | number, denominator: bigint | number = 1n): Rational {
  let [n, d] = [BigInt(numerator), BigInt(denominator)]
  if (n > largest || n < -largest || d > largest || d < -largest) {
    fail('limit-exceeded', 'Expected numbers of at most 1000 digits.')
  }
  if (d === 1n) return { numerator: n, denominator: d }
  if (d === 0n) throw new RangeError('A rational number cannot have denominator 0.')
  if (d < 0n) [n, d] = [-n, -d]
  const common = greatestCommonDivisor(n, d)
  return { numerator: n / common, denominator: d / common }
}

export const zero = rational(0)
export const one = rational(1)
export const minusOne = rational(-1)

export function addRational(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)
}

export function multiplyRational(a: Rational, b: Rational): Rational {
  if (a === one) return b
  if (b === one) return a
  return rational(a.numerator * b.numerator, a.denominator * b.denominator)
}

export function negateRational(a: Rational): Rational {
  return rational(-a.numerator, a.denominator)
}

/** 1/a. @throws RangeError when a is 0 */
export function invertRational(a: Rational): Rational {
  return rational(a.denominator, a.numerator)
}

export function equalRational(a: Rational, b: Rational): boolean {
  return a.numerator === b.numerator && a.denominator === b.denominator
}

export function isZero(a: Rational): boolean {
  return a.numerator === 0n
}

export function isOne(a: Rational): boolean {
  return a.numerator === 1n && a.denominator === 1n
}

export function isInteger(a: Rational): boolean {
  return a.denominator === 1n
}

export function isNegative(a: Rational): boolean {
  return a.numerator < 0n
}

/** a to an integer power. @throws RangeError for a negative power of 0 */
export function powerRational(a: Rational, exponent: number): Rational {
  const n = BigInt(Math.abs(exponent))
  const power = rational(a.numerator ** n, a.denominator ** n)
  return exponent < 0 ? invertRational(power) : power
}

export function rationalToNumber(a: Rational): number {
  return Number(a.numerator) / Number(a.denominator)
}

/** `3`, `-1/2`: the text of a number in the input language, read back by {@link parseRational}. */
export function rationalToText(a: Rational): string {
  return a.denominator === 1n ? `${a.numerator}` : `${a.numerator}/${a.denominator}`
}

/** Reads `12`, `0.5`, `1e-3`, `2.5e2` exactly. */
export function parseRational(text: string): Rational {
  const [mantissa = '0', exponent = '0'] = text.toLowerCase().split('e')
  const [whole = '0', fraction = ''] = mantissa.split('.')
  const digits = BigInt(`${whole}${fraction}` || '0')
  const scale = Number(exponent) - fraction.length
  return scale >= 0 ? rational(digits * 10n ** BigInt(scale)) : rational(digits, 10n ** BigInt(-scale))
}
