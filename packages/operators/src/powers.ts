import {
  type Algebra,
  type Certainties,
  defineOperator,
  type Expression,
  Fact,
  fail,
  has,
  type Interval,
  inheritedFacts,
  interval,
  invertRational,
  isInteger,
  isNegative,
  isOneExpression,
  isScalar,
  isSquare,
  isZero,
  minusOne,
  multiplyRational,
  number,
  numberOf,
  type Operator,
  type PartialCertainty,
  powerRational,
  type Rational,
  rationalToNumber,
  type Store,
  scalarShape,
  shapeToText,
} from '@matrix-derive/core'

/** Structure that both the inverse and every integer power of a matrix keep. */
const keptByPowers = Fact.symmetric | Fact.diagonal | Fact.lower | Fact.upper | Fact.orthogonal | Fact.positiveDefinite

/** The inverse of a square matrix. A scalar's is its power -1: one thing has one spelling. */
export const inverseOperator = defineOperator({
  name: 'inv',
  summary: 'the inverse',
  signature: 'matrix(n,n) -> matrix(n,n)',
  facts: ([x]) => (x.facts & (keptByPowers | Fact.skew)) | inheritedFacts([x]),
  // v'*X^-1*v = w'*X'*w for the w with X*w = v.
  certainty: ({ operands: [x] }, known) => ({
    form: known(x).form,
    invertible: true,
    ...((x.facts & (Fact.lower | Fact.upper)) !== 0 && { diagonal: interval.raised(known(x).diagonal, -1n) }),
  }),
  notation: { form: 'postfix', text: '^-1', unicode: '⁻¹', latex: '^{-1}' },
  evaluate: (algebra, [x]) => algebra.inverse(x),
  build: (store, operands) =>
    operands.length === 1 && isScalar(operands[0].shape)
      ? power(store, operands[0], number(store, minusOne))
      : store.intern(inverseOperator, operands),
})

/** x^-1. @throws `not-square` */
export function inverse(store: Store, x: Expression): Expression {
  return store.apply(inverseOperator, [x])
}

/**
 * base^exponent: a scalar to a scalar power, or a square matrix to an integer one. Its normal form is
 * representation, no law: numbers are computed, the exponent 1 is not written, a matrix to the -1 is its inverse,
 * and 1/x^2 is x^-2.
 */
export const powerOperator = defineOperator({
  name: 'power',
  summary: 'the power of a scalar or, with an integer exponent, of a square matrix',
  signature: ['scalar, scalar -> scalar', 'matrix(n,n), scalar -> matrix(n,n)'],
  shape: operands => {
    if (operands.length !== 2) fail('arity', `Expected a base and an exponent, received ${operands.length} operands.`)
    const [base, exponent] = operands
    if (!isScalar(exponent.shape)) {
      fail('shape-mismatch', `Expected a scalar exponent, received ${shapeToText(exponent.shape)}.`)
    }
    if (isScalar(base.shape)) return scalarShape
    if (!isSquare(base.shape)) {
      fail('not-square', `Expected a square matrix or a scalar before ^, received ${shapeToText(base.shape)}.`, {
        suggestion: 'Write .^ for the power of every entry.',
      })
    }
    if (!has(exponent.facts, Fact.integer)) {
      fail('shape-mismatch', 'Expected an integer exponent for a matrix.', {
        suggestion: 'Write .^ for the power of every entry, or declare the exponent as integer.',
      })
    }
    return base.shape
  },
  facts: operands => {
    const [base, exponent] = operands
    const differential = inheritedFacts(operands)
    if (isScalar(base.shape)) {
      const value = numberOf(exponent)
      const whole = value !== undefined && isInteger(value) && value.numerator >= 0n
      return (whole ? base.facts & Fact.integer : 0) | differential
    }
    return (base.facts & keptByPowers) | skewPower(base, numberOf(exponent)) | differential
  },
  certainty: ({ operands: [base, exponent] }, known) =>
    isScalar(base.shape)
      ? { entries: raisedTo(exponent, known(base).entries) }
      : certaintyOfMatrixPower(base, numberOf(exponent), known),
  notation: { form: 'own' },
  evaluate: (algebra, [base, exponent]) =>
    algebra.rows(base) === 1 ? algebra.power(base, exponent) : matrixPower(algebra, base, algebra.integer(exponent)),
  build: (store, operands) => {
    if (operands.length !== 2) return store.intern(powerOperator, operands)
    const [base, exponent] = operands
    const value = numberOf(exponent)
    if (value === undefined || !isInteger(value)) return store.intern(powerOperator, operands)
    if (isOneExpression(exponent)) return base
    if (!isScalar(base.shape) && value.numerator === -1n && isSquare(base.shape)) {
      return store.intern(inverseOperator, [base])
    }
    const computed = powerOfNumber(numberOf(base), value)
    if (computed !== undefined) return number(store, computed)
    const flat = isScalar(base.shape) ? raisedAgain(store, powerOperator, base, value) : undefined
    return flat ?? store.intern(powerOperator, operands)
  },
})

/**
 * Where a number to a power lies. Other powers than whole ones have only numbers that are not negative; a name may stand
 * for a whole number.
 */
export function raisedTo(exponent: Expression, x: Interval): Interval {
  const value = numberOf(exponent)
  if (value !== undefined && isZero(value)) return interval.between(1, 1)
  if (value !== undefined && isInteger(value)) return interval.raised(x, value.numerator)
  const isNonnegative = value !== undefined || interval.isNonnegative(x)
  const result = isNonnegative ? interval.nonnegative : interval.anywhere
  return x.nonzero ? interval.apartFromZero(result) : result
}

/** The eigenvalues of a symmetric matrix are real, and those of its powers are their powers. */
function certaintyOfMatrixPower(
  base: Expression,
  exponent: Rational | undefined,
  known: Certainties,
): PartialCertainty {
  const { form, invertible } = known(base)
  const isInvertible = invertible || (exponent !== undefined && isNegative(exponent))
  if (!has(base.facts, Fact.symmetric)) return { invertible: isInvertible }
  const isEven = exponent !== undefined && exponent.numerator % 2n === 0n
  const square = isInvertible ? 'positive' : 'nonnegative'
  return { invertible: isInvertible, form: isEven ? square : form }
}

/** (x^a)^b with whole numbers a > 0 and b is x^(a*b), entrywise too; undefined for anything else. */
export function raisedAgain(store: Store, operator: Operator, base: Expression, by: Rational): Expression | undefined {
  if (base.operator !== operator || !isInteger(by) || isZero(by)) return undefined
  const first = numberOf(base.operands[1])
  if (first === undefined || !isInteger(first) || isNegative(first)) return undefined
  return store.apply(operator, [base.operands[0], number(store, multiplyRational(first, by))])
}

/** base^exponent. @throws `not-square`, `shape-mismatch` */
export function power(store: Store, base: Expression, exponent: Expression): Expression {
  return store.apply(powerOperator, [base, exponent])
}

/** Even powers of a skew matrix are symmetric, odd ones skew. */
function skewPower(base: Expression, exponent: Rational | undefined): number {
  if (exponent === undefined || !has(base.facts, Fact.skew)) return 0
  return exponent.numerator % 2n === 0n ? Fact.symmetric : Fact.skew
}

/** Larger powers of numbers stay as they are written: their digits would help nobody. */
const largestExponent = 64

function powerOfNumber(base: Rational | undefined, exponent: Rational): Rational | undefined {
  if (base === undefined || (isZero(base) && exponent.numerator <= 0n)) return undefined
  const size = rationalToNumber(exponent)
  if (Math.abs(size) > largestExponent) return undefined
  return size === -1 ? invertRational(base) : powerRational(base, size)
}

/** X^n by repeated squaring; negative powers are those of the inverse. */
function matrixPower<M>(algebra: Algebra<M>, base: M, exponent: number): M {
  let square = exponent < 0 ? algebra.inverse(base) : base
  let result: M | undefined
  for (let bits = Math.abs(exponent); bits > 0; bits = Math.floor(bits / 2)) {
    if (bits % 2 === 1) result = result === undefined ? square : algebra.multiply(result, square)
    if (bits > 1) square = algebra.multiply(square, square)
  }
  return result ?? algebra.identity(algebra.rows(base))
}
