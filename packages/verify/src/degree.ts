import { rationalToNumber } from '@matrix-derive/core'
import type { Arithmetic } from './arithmetic.ts'

/**
 * A bound for rational functions: every entry is a quotient of polynomials of at most these degrees.
 * `common`: all entries have one denominator, so that adding them up does not multiply denominators.
 */
export interface Quotient {
  readonly over: number
  readonly under: number
  readonly common: boolean
}

/** What is known of a dual matrix without looking at a number; a missing tangent is zero. */
export interface Degree {
  readonly rows: number
  readonly cols: number
  readonly value: Quotient
  readonly tangent: Quotient | undefined
  /** The number itself, where it is one: exponents need it. */
  readonly known?: number
}

const constant: Quotient = { over: 0, under: 0, common: true }
/** What a symbol's entry, or an opaque function's value, counts as: one variable. */
export const variable: Quotient = { over: 1, under: 0, common: true }

function times(a: Quotient, b: Quotient): Quotient {
  return { over: a.over + b.over, under: a.under + b.under, common: a.common && b.common }
}

function plus(a: Quotient, b: Quotient): Quotient {
  return {
    over: Math.max(a.over + b.under, b.over + a.under),
    under: a.under + b.under,
    common: a.common && b.common,
  }
}

/** The sum of so many entries. */
function total(a: Quotient, count: number): Quotient {
  if (a.common || a.under === 0 || count < 2) return a
  return { over: a.over + (count - 1) * a.under, under: count * a.under, common: false }
}

/** A k×k minor of a matrix of this size, brought to one denominator first. */
function minor(a: Quotient, k: number, entries: number): Quotient {
  if (k <= 0) return constant
  const cleared = total(a, entries)
  return { over: k * cleared.over, under: k * cleared.under, common: true }
}

function powered(a: Quotient, k: number): Quotient {
  const [over, under] = k < 0 ? [a.under, a.over] : [a.over, a.under]
  return { over: Math.abs(k) * over, under: Math.abs(k) * under, common: false }
}

function sumOf(a: Quotient | undefined, b: Quotient | undefined): Quotient | undefined {
  return a && b ? plus(a, b) : (a ?? b)
}

/** The derivative of a built-in function: at most quadratic in x, at most quadratic in opaque values. */
const byFunction = (x: Quotient): Quotient => ({
  over: 2 * (x.over + x.under) + 2,
  under: 2 * (x.over + x.under) + 2,
  common: false,
})

export interface DegreeAlgebra extends Arithmetic<Degree> {
  tangent(x: Degree): Degree
  /** The degree of the difference of any two arguments of an opaque function. */
  argumentDegree(): number
}

/** The degree of left - right as one quotient's numerator: what Schwartz and Zippel count the zeros of. */
export function differenceDegree(left: Degree, right: Degree): number {
  return plus(left.value, right.value).over
}

/** Degrees instead of numbers: runs along an evaluation and bounds what it computes. */
export function degreeAlgebra(): DegreeAlgebra {
  let argument = 0
  const degree = (rows: number, cols: number, value: Quotient, tangent?: Quotient): Degree => ({
    rows,
    cols,
    value,
    tangent,
  })
  const meet = (x: Quotient) => {
    // Twice for the difference of two, twice for functions whose derivative is one of 1 - x².
    argument = Math.max(argument, 4 * (x.over + x.under))
  }
  const opaqueOf = (x: Degree, slope: Quotient, rows = x.rows, cols = x.cols) => {
    meet(x.value)
    return degree(rows, cols, variable, x.tangent && times(slope, x.tangent))
  }
  const product = (x: Degree, y: Degree, rows: number, cols: number, count: number) =>
    degree(
      rows,
      cols,
      total(times(x.value, y.value), count),
      sumOf(x.tangent && total(times(x.tangent, y.value), count), y.tangent && total(times(x.value, y.tangent), count)),
    )
  const known = (x: Degree, value: number | undefined): Degree => (value === undefined ? x : { ...x, known: value })
  const algebra: DegreeAlgebra = {
    argumentDegree: () => argument,
    fromRows: rows => degree(rows.length, rows[0].length, constant),
    toRows: x => [[x.value.over, x.value.under]],
    tangent: x => degree(x.rows, x.cols, x.tangent ?? constant),
    rows: x => x.rows,
    cols: x => x.cols,
    number: value => ({ ...degree(1, 1, constant), known: rationalToNumber(value) }),
    fill: (x, rows, cols) => degree(rows, cols, x.value, x.tangent),
    identity: size => degree(size, size, constant),
    add: (x, y) =>
      known(
        degree(x.rows, x.cols, plus(x.value, y.value), sumOf(x.tangent, y.tangent)),
        x.known !== undefined && y.known !== undefined ? x.known + y.known : undefined,
      ),
    scale: (factor, x) =>
      known(
        product(factor, x, x.rows, x.cols, 1),
        x.known !== undefined && factor.known !== undefined ? x.known * factor.known : undefined,
      ),
    multiply: (x, y) => product(x, y, x.rows, y.cols, x.cols),
    hadamard: (x, y) => product(x, y, x.rows, x.cols, 1),
    gather: (x, rows, cols) => degree(rows, cols, x.value, x.tangent),
    inverse(x) {
      const n = x.rows
      const cleared = total(x.value, n * n)
      const value = { over: cleared.under + (n - 1) * cleared.over, under: n * cleared.over, common: true }
      return degree(n, n, value, x.tangent && total(times(total(times(value, x.tangent), n), value), n))
    },
    determinant: x => minors(x, 1, x.rows),
    adjugate: x => minors(x, x.rows, x.rows - 1),
    reciprocal: x => power(x, -1),
    power(x, exponent) {
      if (exponent.known === undefined) return opaquePower(x, exponent)
      return Number.isInteger(exponent.known) ? power(x, exponent.known) : root(x, 2 * exponent.known)
    },
    max: () => degree(1, 1, constant),
    integer: x => x.known ?? Number.NaN,
    elementwise: (_f, _name, x) => opaqueOf(x, byFunction(x.value)),
    abstractElementwise: (_name, x) => opaqueOf(x, variable),
    abstractFunction: (_name, operands, rows, cols) => opaqueOfAll(operands, rows, cols),
    analytic(name, operands) {
      const [x] = operands
      if (name !== 'pinv') return opaqueOfAll(operands, x.rows, x.cols)
      const turned = degree(x.cols, x.rows, x.value, x.tangent)
      const [first, second] = x.rows >= x.cols ? [turned, x] : [x, turned]
      const gram = product(first, second, first.rows, first.rows, first.cols)
      return product(algebra.inverse(gram), x, x.cols, x.rows, gram.rows)
    },
  }
  return algebra

  function minors(x: Degree, size: number, order: number): Degree {
    const entries = x.rows * x.cols
    const slope = x.tangent && total(times(minor(x.value, order - 1, entries), x.tangent), entries)
    return degree(size, size, minor(x.value, order, entries), slope)
  }

  function power(x: Degree, k: number): Degree {
    const slope = x.tangent && k !== 0 ? times(powered(x.value, k - 1), x.tangent) : undefined
    return degree(x.rows, x.cols, powered(x.value, k), slope)
  }

  /** x^e, changing by e x^(e-1) and by x^e log x: opaque factors both. */
  function opaquePower(x: Degree, exponent: Degree): Degree {
    const byBase = opaqueOf(x, times(exponent.value, variable)).tangent
    const { tangent: byExponent } = opaqueOf({ ...exponent, rows: x.rows, cols: x.cols }, { ...variable, over: 2 })
    return degree(x.rows, x.cols, variable, sumOf(byBase, byExponent))
  }

  /** The powers of an opaque square root. */
  function root(x: Degree, halves: number): Degree {
    const at = opaqueOf(x, powered(variable, halves - 2))
    return degree(at.rows, at.cols, powered(variable, halves), at.tangent)
  }

  /** Linear in the last operand at most, in all tangents in any case; one opaque factor to each. */
  function opaqueOfAll(operands: readonly Degree[], rows: number, cols: number): Degree {
    let value = variable
    let tangent: Quotient | undefined
    for (const x of operands) {
      meet(x.value)
      const entries = x.rows * x.cols
      value = plus(value, total(times(variable, x.value), entries))
      tangent = sumOf(tangent, x.tangent && total(times(variable, x.tangent), entries))
    }
    return degree(rows, cols, value, tangent)
  }
}
