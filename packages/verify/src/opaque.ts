import { fail } from '@matrix-derive/core'
import { type Partial, readPrimedName } from './abstract-function.ts'
import { type DualArithmetic, dualAlgebra, largestInteger } from './dual.ts'
import { type DualMatrix, zeroMatrix } from './dual-matrix.ts'
import type { EntryFunctions } from './entry-functions.ts'
import { primeField as field, prime } from './field.ts'
import { frechetOf } from './frechet-name.ts'
import { createHash, hashText } from './hash.ts'

/** A value for the function of that name at the arguments: equal names and arguments give equal values, all else is random. */
type Opaque = (name: string, ...x: readonly number[]) => number

type Derivative = (x: number, at: Opaque) => number

/**
 * The derivatives of the built-in functions in terms of opaque values: exact relations between functions nothing else is
 * assumed of. What also needs, say, exp(log(x)) = x fails here and is left to the numeric path.
 */
const derivatives: ReadonlyMap<string, Derivative> = new Map<string, Derivative>([
  ['exp', (x, at) => at('exp', x)],
  ['log', x => field.invert(x)],
  ['sqrt', (x, at) => field.invert(double(at('sqrt', x)))],
  ['sin', (x, at) => at('cos', x)],
  ['cos', (x, at) => field.subtract(0, at('sin', x))],
  ['tan', (x, at) => field.add(1, square(at('tan', x)))],
  ['asin', (x, at) => field.invert(at('sqrt', field.subtract(1, square(x))))],
  ['acos', (x, at) => field.subtract(0, field.invert(at('sqrt', field.subtract(1, square(x)))))],
  ['atan', x => field.invert(field.add(1, square(x)))],
  ['sinh', (x, at) => at('cosh', x)],
  ['cosh', (x, at) => at('sinh', x)],
  ['tanh', (x, at) => field.subtract(1, square(at('tanh', x)))],
  ['abs', (x, at) => at('sign', x)],
  ['sign', () => 0],
  ['relu', (x, at) => at('step', x)],
  ['step', () => 0],
  ['sigmoid', (x, at) => field.multiply(at('sigmoid', x), field.subtract(1, at('sigmoid', x)))],
  ['softplus', (x, at) => at('sigmoid', x)],
  ['erf', (x, at) => field.multiply(overRootPi(at), at('exp', field.subtract(0, square(x))))],
])

function double(x: number): number {
  return field.add(x, x)
}

function square(x: number): number {
  return field.multiply(x, x)
}

/** 2/√π, with the language's spelling of π. */
function overRootPi(at: Opaque): number {
  return field.multiply(2, field.invert(at('sqrt', at('acos', field.fromNumber(-1)))))
}

/** x^n for an integer n. */
function integerPower(x: number, n: number): number {
  let [result, factor] = [1, n < 0 ? field.invert(x) : x]
  for (let bits = Math.abs(n); bits > 0; bits = Math.floor(bits / 2)) {
    if (bits % 2 === 1) result = field.multiply(result, factor)
    factor = square(factor)
  }
  return result
}

/** Dual matrices over the prime field with opaque functions, and a record of the opaque functions' arguments. */
export interface ExactAlgebra extends DualArithmetic {
  /** How many pairs of different arguments met the same function: each pair may be equal by chance. */
  argumentPairs(): number
  /** Whether anything opaque was evaluated, so that a difference found here may be none. */
  usedOpaque(): boolean
}

/** A fresh exact algebra: another seed gives other opaque functions. */
export function exactAlgebra(seed: number): ExactAlgebra {
  const met = new Map<string, Set<number>>()
  const seeds = new Map<string, number>()

  /** Which of a function's values is meant comes by `index`; only the arguments x can coincide by chance. */
  const entriesAt = (name: string, x: ArrayLike<number>) => {
    let nameSeed = seeds.get(name)
    if (nameSeed === undefined) {
      nameSeed = hashText(name) ^ Math.imul(seed, 0x9e3779b1)
      seeds.set(name, nameSeed)
      met.set(name, new Set())
    }
    const hash = createHash(nameSeed)
    for (let k = 0; k < x.length; k++) hash.add(x[k])
    met.get(name)!.add(hash.read())
    return (...index: readonly number[]) => {
      const own = hash.fork()
      for (const entry of index) own.add(entry + 1)
      return own.read() % prime
    }
  }
  const at: Opaque = (name, ...x) => entriesAt(name, x)()

  const functions: EntryFunctions = {
    elementwise(_f, name) {
      const derivative = derivatives.get(name)
      return {
        // 0 has no logarithm: det(X) of a singular X must not pass for a number that has one.
        value: x => (x === 0 && name === 'log' ? fail('value', 'Expected a number other than 0 in log.') : at(name, x)),
        derivative: x => (derivative ? derivative(x, at) : at(`${name}'`, x)),
      }
    },
    abstractElementwise(name) {
      const { root, order } = readPrimedName(name)
      return { value: x => at(`${root}'${order}`, x), derivative: x => at(`${root}'${order + 1}`, x) }
    },
    abstractFunction(root, x) {
      const entry = entriesAt(`${root}()`, x)
      return ({ output, inputs }: Partial) => entry(output, ...inputs)
    },
    power(x, exponent) {
      const n = field.toNumber(exponent)
      if (Math.abs(n) <= largestInteger) {
        return {
          value: integerPower(x, n),
          byBase: n === 0 ? 0 : field.multiply(exponent, integerPower(x, n - 1)),
          byExponent: () => field.multiply(integerPower(x, n), at('log', x)),
        }
      }
      const halves = field.toNumber(double(exponent))
      if (Math.abs(halves) <= largestInteger) {
        const root = at('sqrt', x)
        return {
          value: integerPower(root, halves),
          byBase: field.multiply(exponent, integerPower(root, halves - 2)),
          byExponent: () => field.multiply(integerPower(root, halves), at('log', x)),
        }
      }
      const value = at('power', x, exponent)
      return {
        value,
        byBase: field.multiply(exponent, at('power', x, field.subtract(exponent, 1))),
        byExponent: () => field.multiply(value, at('log', x)),
      }
    },
    // Softmax and its kin subtract any shift and lose it again.
    max: () => 0,
    analytic,
  }

  return {
    ...dualAlgebra(field, functions),
    argumentPairs: () => [...met.values()].reduce((pairs, { size }) => pairs + (size * (size - 1)) / 2, 0),
    usedOpaque: () => met.size > 0,
  }

  /**
   * f(X) entry by entry as an opaque function of all of X; its Fréchet derivatives as opaque multilinear maps of their
   * directions, which may come in any order.
   */
  function analytic(name: string, [x, ...e]: readonly DualMatrix[]): DualMatrix {
    if (x.rows !== x.cols) return fail('unsupported', `Expected a square matrix under ${name}.`)
    const of = frechetOf(name) ?? name
    const directions = e.map(({ value }) => value)
    const result = { ...zeroMatrix(x.rows, x.cols), value: derivative(of, x, directions) }
    const moved = e.flatMap(({ tangent }, place) => (tangent ? [directions.with(place, tangent)] : []))
    if (x.tangent) moved.push([...directions, x.tangent])
    if (moved.length === 0) return result
    const tangents = moved.map(along => derivative(of, x, along))
    return { ...result, tangent: tangents.reduce((sum, next) => sum.map((entry, k) => field.add(entry, next[k]))) }
  }

  function derivative(of: string, x: DualMatrix, directions: readonly Float64Array[]): Float64Array {
    const result = new Float64Array(x.value.length)
    const slope = entriesAt(`${of}${"'".repeat(directions.length)}`, x.value)
    for (let k = 0; k < result.length; k++) {
      const addUp = (indices: readonly number[], weight: number) => {
        const direction = directions[indices.length]
        if (direction === undefined) {
          const ordered = indices.toSorted((a, b) => a - b)
          result[k] = field.add(result[k], field.multiply(slope(k, ...ordered), weight))
        } else {
          for (const [j, entry] of direction.entries())
            if (entry !== 0) addUp([...indices, j], field.multiply(weight, entry))
        }
      }
      addUp([], 1)
    }
    return result
  }
}
