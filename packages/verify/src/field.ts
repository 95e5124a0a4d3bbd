import { fail, type Rational, rationalToNumber } from '@matrix-derive/core'

/**
 * The arithmetic of single entries. The elements of both fields are machine numbers, so that one dual algebra in typed
 * arrays serves both.
 */
export interface Field {
  /** The number of elements, infinite for the real numbers. */
  readonly order: number
  add(a: number, b: number): number
  subtract(a: number, b: number): number
  multiply(a: number, b: number): number
  /** a*b + c*d: the tangent of every product. */
  multiplyPairs(a: number, b: number, c: number, d: number): number
  /** @throws `value` for 0 */
  invert(a: number): number
  /** @throws `value` where the denominator is 0 in the field */
  fromRational(value: Rational): number
  fromNumber(value: number): number
  /** The integer nearest to 0 that the element may stand for. */
  toNumber(a: number): number
  /** How good a pivot the element is: the larger the better, 0 for none. */
  pivot(a: number): number
  /** Pivots up to this, relative to the largest entry, are rounding errors of 0. */
  readonly rounding: number
}

export const realField: Field = {
  order: Number.POSITIVE_INFINITY,
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  multiply: (a, b) => a * b,
  multiplyPairs: (a, b, c, d) => a * b + c * d,
  invert: a => 1 / a,
  fromRational: rationalToNumber,
  fromNumber: value => value,
  toNumber: a => a,
  pivot: Math.abs,
  rounding: Number.EPSILON,
}

/**
 * The largest prime below 2^26. Two products of elements then add up to less than 2^53, so that float64 holds them
 * exactly and one reduction serves both: the fastest exact arithmetic there is in JavaScript. A degree bound D gives an error
 * probability of D/p for each instance; two instances bring D = 60 under 1e-12, where one in BigInt modulo 2^61-1
 * would take some thirty times as long.
 */
export const prime = 2 ** 26 - 5
const reciprocal = 1 / prime

/** x modulo p for 0 ≤ x < 2^53. Rounding takes no quotient across a whole number, as trying all multiples of this p shows. */
export function reduce(x: number): number {
  return x - Math.floor(x * reciprocal) * prime
}

/** The inverse by the extended Euclidean algorithm. */
function invertModulo(a: number): number {
  if (a === 0) fail('value', 'Expected an invertible value, received 0.')
  let [r0, r1, s0, s1] = [prime, a, 0, 1]
  while (r1 !== 0) {
    const quotient = Math.floor(r0 / r1)
    ;[r0, r1] = [r1, r0 - quotient * r1]
    ;[s0, s1] = [s1, s0 - quotient * s1]
  }
  return s0 < 0 ? s0 + prime : s0
}

function reduceInteger(value: bigint): number {
  const rest = Number(value % BigInt(prime))
  return rest < 0 ? rest + prime : rest
}

export const primeField: Field = {
  order: prime,
  add(a, b) {
    const sum = a + b
    return sum >= prime ? sum - prime : sum
  },
  subtract: (a, b) => (a >= b ? a - b : a - b + prime),
  multiply: (a, b) => reduce(a * b),
  multiplyPairs: (a, b, c, d) => reduce(a * b + c * d),
  invert: invertModulo,
  fromRational({ numerator, denominator }) {
    const whole = reduceInteger(numerator)
    return denominator === 1n ? whole : reduce(whole * invertModulo(reduceInteger(denominator)))
  },
  fromNumber(value) {
    if (!Number.isInteger(value)) fail('value', `Expected an integer for exact evaluation, received ${value}.`)
    return reduceInteger(BigInt(value))
  },
  toNumber: a => (a > prime / 2 ? a - prime : a),
  pivot: a => (a === 0 ? 0 : 1),
  rounding: 0,
}
