import { certaintyOfProduct } from '../certainty/of-product.ts'
import { fail } from '../error.ts'
import { isZeroExpression, number, numberOf, zeros } from './constants.ts'
import { unit } from './dimension.ts'
import type { Expression } from './expression.ts'
import { Fact, has, inheritedFacts } from './facts.ts'
import { defineOperator } from './operator.ts'
import { isNegative, isOne, isZero, minusOne, multiplyRational, one, type Rational } from './rational.ts'
import { isScalar, type Shape, scalarShape, shapeToText } from './shape.ts'
import type { Store } from './store.ts'

/**
 * The parts of a product, in the order they are written:
 * a number, scalars (which commute), the chain of matrices (which does not), scalars that hold a differential.
 */
export interface Factors {
  readonly coefficient: Rational
  readonly scalars: readonly Expression[]
  readonly chain: readonly Expression[]
  readonly differentials: readonly Expression[]
}

/** What survives multiplication by a number or scalar. */
const keptByScaling = Fact.symmetric | Fact.skew | Fact.diagonal | Fact.lower | Fact.upper

/**
 * The n-ary product. Its normal form is representation, no law: nested products are one product, the numbers are
 * multiplied into one coefficient in front, scalars stand before matrices. Matrices never change places.
 */
export const productOperator = defineOperator({
  name: 'times',
  summary: 'the matrix product, or scaling by scalars',
  shape: factors => {
    const chain = factors.filter(factor => !isScalar(factor.shape))
    return chain.length === 0 ? scalarShape : { rows: chain[0].shape.rows, cols: chain[chain.length - 1].shape.cols }
  },
  facts: factors => {
    const chain = factors.filter(factor => !isScalar(factor.shape))
    const differential = inheritedFacts(factors)
    if (chain.length === 0) {
      return differential | (factors.every(({ facts }) => has(facts, Fact.integer)) ? Fact.integer : 0)
    }
    let facts =
      chain.length === 1
        ? chain[0].facts & keptByScaling
        : chain.reduce((all, { facts }) => all & facts, ~0) &
          (Fact.diagonal | Fact.symmetric | Fact.lower | Fact.upper | Fact.orthogonal)
    if (chain.length > 1 && !has(facts, Fact.diagonal)) facts &= ~Fact.symmetric
    if (chain.length < factors.length) facts &= ~Fact.orthogonal
    const coefficient = numberOf(factors[0])
    const positive = chain.length === 1 && factors.length === 2 && coefficient !== undefined && !isNegative(coefficient)
    if (positive) facts |= chain[0].facts & Fact.positiveDefinite
    if (mirrored(chain)) facts |= Fact.symmetric
    return facts | differential
  },
  notation: { form: 'own' },
  linear: 'all',
  associative: true,
  certainty: certaintyOfProduct,
  evaluate: (algebra, factors) =>
    factors.reduce((product, factor) => {
      if (algebra.rows(product) === 1 && algebra.cols(product) === 1) return algebra.scale(product, factor)
      return algebra.rows(factor) === 1 && algebra.cols(factor) === 1
        ? algebra.scale(factor, product)
        : algebra.multiply(product, factor)
    }),
  build: (store, factors) => product(store, factors),
})

/** Whether a chain reads the same when transposed: X'*X, A*S*A' with S symmetric. */
function mirrored(chain: readonly Expression[]): boolean {
  if (chain.length < 2) return false
  for (let [left, right] = [0, chain.length - 1]; left <= right; left++, right--) {
    const [a, b] = [chain[left], chain[right]]
    const fits =
      a === b
        ? has(a.facts, Fact.symmetric)
        : a.operands[0] === b
          ? isTransposed(a)
          : b.operands[0] === a && isTransposed(b)
    if (!fits) return false
  }
  return true
}

// By name: the transpose is defined on top of the product.
const isTransposed = (x: Expression) => x.operator.name === 'transpose'

/** The last answer of `factorsOf`: the laws for products are tried one after the other, and nearly all of them ask. */
let last: { readonly of: Expression; readonly factors: Factors } | undefined

/** The parts of any expression seen as a product. */
export function factorsOf(expression: Expression): Factors {
  if (last?.of === expression) return last.factors
  const operands = expression.operator === productOperator ? expression.operands : [expression]
  const coefficient = numberOf(operands[0])
  const scalars: Expression[] = []
  const chain: Expression[] = []
  const differentials: Expression[] = []
  for (let i = coefficient === undefined ? 0 : 1; i < operands.length; i++) {
    const factor = operands[i]
    if (!isScalar(factor.shape)) chain.push(factor)
    else if (has(factor.facts, Fact.differential)) differentials.push(factor)
    else scalars.push(factor)
  }
  const factors = { coefficient: coefficient ?? one, scalars, chain, differentials }
  last = { of: expression, factors }
  return factors
}

/**
 * The product of the factors. Neighbours must fit as matrices; a 1×1 factor fits anywhere, and so does a
 * run of factors that multiplies to 1×1, as x'*y in (x'*y)*A.
 * @throws `shape-mismatch`
 */
export function product(store: Store, factors: readonly Expression[]): Expression {
  let coefficient = one
  // What is counted stands in front, like a number: N*x'*x.
  const sizes: Expression[] = []
  const scalars: Expression[] = []
  const differentials: Expression[] = []
  // Scalars that are products, as x'*y, come after the others, so that the order does not depend on how it was typed.
  let scalarRuns: Expression[] = []
  let differentialRuns: Expression[] = []
  let chain: Expression[] = []
  let shape: Shape = scalarShape
  let vanishes = false

  const addScalar = (scalar: Expression) => {
    const isRun = scalar.operator === productOperator
    if (has(scalar.facts, Fact.differential)) (isRun ? differentialRuns : differentials).push(scalar)
    else if (scalar.operator.name === 'size') sizes.push(scalar)
    else (isRun ? scalarRuns : scalars).push(scalar)
  }
  const addRun = (run: readonly Expression[]) => {
    for (const part of scalarParts(run)) addScalar(store.intern(productOperator, part))
  }

  const addChain = (run: readonly Expression[]) => {
    if (run.length === 0) return
    const runShape = { rows: run[0].shape.rows, cols: run[run.length - 1].shape.cols }
    if (chain.length === 0 || shape.cols === runShape.rows) {
      shape = { rows: chain.length === 0 ? runShape.rows : shape.rows, cols: runShape.cols }
      for (const factor of run) chain.push(factor)
    } else if (isScalar(runShape)) addRun(run)
    else if (isScalar(shape)) {
      addRun(chain)
      chain = [...run]
      shape = runShape
    } else {
      fail(
        'shape-mismatch',
        `Expected factors that fit, received ${shapeToText(shape)} times ${shapeToText(runShape)}.`,
      )
    }
  }

  for (const factor of factors) {
    if (isZeroExpression(factor)) vanishes = true
    const value = numberOf(factor)
    if (value !== undefined) coefficient = multiplyRational(coefficient, value)
    else if (factor.operator === productOperator) {
      const parts = factorsOf(factor)
      coefficient = multiplyRational(coefficient, parts.coefficient)
      parts.scalars.forEach(addScalar)
      parts.differentials.forEach(addScalar)
      addChain(parts.chain)
    } else if (isScalar(factor.shape)) addScalar(factor)
    else addChain([factor])
  }

  if (vanishes || isZero(coefficient)) return zeros(store, chain.length === 0 ? scalarShape : shape)
  // Read from left to right, x'*y before a row, and behind a column, is part of the chain: so it always is.
  if (chain.length > 0 && scalarRuns.length > 0 && chain[0].shape.rows === unit) {
    chain = [...scalarRuns.flatMap(run => run.operands), ...chain]
    scalarRuns = []
  }
  if (chain.length > 0 && differentialRuns.length > 0 && chain[chain.length - 1].shape.cols === unit) {
    chain = [...chain, ...differentialRuns.flatMap(run => run.operands)]
    differentialRuns = []
  }
  const operands = [...sizes, ...scalars, ...scalarRuns, ...chain, ...differentials, ...differentialRuns]
  if (!isOne(coefficient) || operands.length === 0) operands.unshift(number(store, coefficient))
  return operands.length === 1 ? operands[0] : store.intern(productOperator, operands)
}

/** A run of factors that multiplies to 1×1, cut wherever what is before the cut does: x'*y*z'*w is x'*y and z'*w. */
function scalarParts(run: readonly Expression[]): Expression[][] {
  const parts: Expression[][] = [[]]
  for (const factor of run) {
    parts[parts.length - 1].push(factor)
    if (factor.shape.cols === unit) parts.push([])
  }
  parts.pop()
  return parts
}

/** value times the expression. */
export function scale(store: Store, value: Rational, expression: Expression): Expression {
  return product(store, [number(store, value), expression])
}

export function negate(store: Store, expression: Expression): Expression {
  return scale(store, minusOne, expression)
}

/** The number in front of a term, and the term without it. */
export function splitCoefficient(store: Store, term: Expression): { coefficient: Rational; rest: Expression } {
  const value = numberOf(term)
  if (value !== undefined) return { coefficient: value, rest: number(store, one) }
  const first = term.operator === productOperator ? numberOf(term.operands[0]) : undefined
  if (first === undefined) return { coefficient: one, rest: term }
  return { coefficient: first, rest: product(store, term.operands.slice(1)) }
}
