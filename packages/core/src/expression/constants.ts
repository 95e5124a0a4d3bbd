import { between, isNonnegative, pointAt } from '../certainty/interval.ts'
import type { Dimension } from './dimension.ts'
import type { Expression } from './expression.ts'
import { Fact, has } from './facts.ts'
import { defineOperator } from './operator.ts'
import { product } from './product.ts'
import { equalRational, isInteger, isZero, minusOne, one, type Rational, rationalToText, zero } from './rational.ts'
import { isScalar, isSquare, type Shape, scalarShape } from './shape.ts'
import type { Store } from './store.ts'

const own = { form: 'own' } as const

/** An exact rational number. */
export const numberOperator = defineOperator({
  name: 'number',
  summary: 'a rational number',
  shape: () => scalarShape,
  facts: (_, data) => (isZero(data!.value!) ? Fact.zero : 0) | (isInteger(data!.value!) ? Fact.integer : 0),
  certainty: ({ data }) => ({ entries: pointAt(data!.value!) }),
  notation: own,
  evaluate: (algebra, _, node) => algebra.number(node.data!.value!),
})

/**
 * A matrix all of whose entries are the scalar operand: `matrix(c)`, `vector(c)`, `ones(m,n)`, `zeros(m,n)`. Its normal
 * form is representation, no law: other entries than 0 and 1 stand before a matrix of ones.
 */
export const fillOperator = defineOperator({
  name: 'fill',
  summary: 'a matrix with equal entries',
  shape: (_, data) => data!.shape!,
  facts: ([entry], data) =>
    (entry.facts & (Fact.differential | Fact.zero)) | (isSquare(data!.shape!) ? Fact.symmetric : 0),
  // c*1*1', a square where c is not negative.
  certainty: ({ operands: [entry] }, known) => {
    const { entries } = known(entry)
    return { entries, form: isNonnegative(entries) ? 'nonnegative' : undefined }
  },
  notation: own,
  linear: [0],
  evaluate: (algebra, [entry], node, size) => algebra.fill(entry, size(node.shape.rows), size(node.shape.cols)),
  build: (store, operands, data) => {
    const [entry] = operands
    if (isScalar(data!.shape!)) return entry
    if (isOneExpression(entry) || isZeroExpression(entry)) return store.intern(fillOperator, [entry], data)
    return product(store, [entry, ones(store, data!.shape!)])
  },
})

/** The identity matrix. */
export const eyeOperator = defineOperator({
  name: 'eye',
  summary: 'the identity matrix',
  shape: (_, data) => data!.shape!,
  facts: () => Fact.diagonal | Fact.symmetric | Fact.lower | Fact.upper | Fact.orthogonal | Fact.positiveDefinite,
  certainty: () => ({ entries: between(0, 1), diagonal: between(1, 1) }),
  notation: own,
  evaluate: (algebra, _, node, size) => algebra.identity(size(node.shape.rows)),
  build: (store, _, data) => (isScalar(data!.shape!) ? number(store, one) : store.intern(eyeOperator, [], data)),
})

/** The number as an expression. */
export function number(store: Store, value: Rational): Expression {
  return store.intern(numberOperator, [], { key: rationalToText(value), value })
}

function shapeData(shape: Shape) {
  return { key: `${shape.rows},${shape.cols}`, shape }
}

/** The matrix of this shape all of whose entries are `entry`; the entry itself where the shape is 1×1. */
export function fill(store: Store, entry: Expression, shape: Shape): Expression {
  return store.apply(fillOperator, [entry], shapeData(shape))
}

/** The zero of this shape. */
export function zeros(store: Store, shape: Shape): Expression {
  return fill(store, number(store, zero), shape)
}

/** The matrix of ones of this shape. */
export function ones(store: Store, shape: Shape): Expression {
  return fill(store, number(store, one), shape)
}

/** The identity matrix of this size; the number 1 for size 1. */
export function eye(store: Store, size: Dimension): Expression {
  return store.apply(eyeOperator, [], shapeData({ rows: size, cols: size }))
}

/** The value of a number node, undefined for anything else. */
export function numberOf(expression: Expression): Rational | undefined {
  return expression.operator === numberOperator ? expression.data!.value : undefined
}

export function isNumber(expression: Expression, value: Rational): boolean {
  const known = numberOf(expression)
  return known !== undefined && equalRational(known, value)
}

export const isZeroExpression = (expression: Expression): boolean => has(expression.facts, Fact.zero)
export const isOneExpression = (expression: Expression): boolean => isNumber(expression, one)
export const isMinusOne = (expression: Expression): boolean => isNumber(expression, minusOne)
export const isEye = (expression: Expression): boolean => expression.operator === eyeOperator
/** Whether every entry is the number 1. */
export const isOnes = (expression: Expression): boolean =>
  expression.operator === fillOperator && isOneExpression(expression.operands[0])
