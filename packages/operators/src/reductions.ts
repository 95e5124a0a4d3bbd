import {
  type Certainty,
  defineOperator,
  type Expression,
  type Interval,
  interval,
  type Operator,
  rational,
  type Store,
} from '@matrix-derive/core'
import { inner as innerProduct, total } from './arithmetic.ts'
import { absOperator } from './elementwise.ts'
import { keepsLinear } from './structure.ts'

/** 1'X1 has the sign of the form. */
function signOfSum({ form }: Certainty): Interval {
  if (form === undefined) return interval.anywhere
  return form === 'positive' ? interval.positive : interval.nonnegative
}

/** The norm of x, or its square: 0 only where x is. */
function sizeOf({ nonvanishing }: Certainty): Interval {
  return nonvanishing ? interval.positive : interval.nonnegative
}

const certaintyOfNorm: Operator['certainty'] = ({ operands: [x] }, known) => ({ entries: sizeOf(known(x)) })

const certaintyOfInner: Operator['certainty'] = ({ operands: [x, y] }, known) => ({
  entries: x === y ? sizeOf(known(x)) : interval.repeated(interval.times(known(x).entries, known(y).entries)),
})

export const entrySumOperator = defineOperator({
  name: 'sum',
  summary: 'the sum of all entries',
  signature: 'matrix(m,n) -> scalar',
  certainty: ({ operands: [x] }, known) => ({
    entries: interval.both(interval.repeated(known(x).entries), signOfSum(known(x))),
  }),
  facts: keepsLinear(),
  notation: { form: 'function', latex: '\\operatorname{sum}' },
  linear: [0],
  evaluate: (algebra, [x]) => total(algebra, x),
})

export const meanOperator = defineOperator({
  name: 'mean',
  summary: 'the mean of all entries',
  signature: 'matrix(m,n) -> scalar',
  certainty: ({ operands: [x] }, known) => ({ entries: interval.both(known(x).entries, signOfSum(known(x))) }),
  facts: keepsLinear(),
  notation: { form: 'function', latex: '\\operatorname{mean}' },
  linear: [0],
  evaluate: (algebra, [x]) =>
    algebra.scale(algebra.number(rational(1, algebra.rows(x) * algebra.cols(x))), total(algebra, x)),
})

export const norm1Operator = defineOperator({
  name: 'norm1',
  summary: 'the sum of the absolute values of all entries',
  signature: 'matrix(m,n) -> scalar',
  certainty: certaintyOfNorm,
  notation: { form: 'delimited', unicode: ['‖', '‖₁'], latex: ['\\lVert ', ' \\rVert_1'] },
  evaluate: (algebra, [x]) => total(algebra, algebra.elementwise(absOperator.elementwise!, absOperator.name, x)),
})

/** Written without an index: with a 2 it would be read as the spectral norm of a matrix, with an F as no vector norm. */
export const norm2Operator = defineOperator({
  name: 'norm2',
  aliases: ['norm', 'normF'],
  summary: 'the Euclidean norm of a vector, the Frobenius norm of a matrix',
  signature: 'matrix(m,n) -> scalar',
  certainty: certaintyOfNorm,
  notation: { form: 'delimited', unicode: ['‖', '‖'], latex: ['\\lVert ', ' \\rVert'] },
  evaluate: (algebra, [x]) => algebra.power(innerProduct(algebra, x, x), algebra.number(rational(1, 2))),
})

export const dotOperator = defineOperator({
  name: 'dot',
  summary: "the dot product x'y of two vectors",
  signature: 'vector(n), vector(n) -> scalar',
  certainty: certaintyOfInner,
  notation: { form: 'function', latex: '\\operatorname{dot}' },
  linear: [0, 1],
  commutative: true,
  evaluate: (algebra, [x, y]) => innerProduct(algebra, x, y),
})

export const innerOperator = defineOperator({
  name: 'inner',
  summary: "the inner product tr(A'B) of two matrices",
  signature: 'matrix(m,n), matrix(m,n) -> scalar',
  certainty: certaintyOfInner,
  notation: { form: 'function', latex: '\\operatorname{inner}' },
  linear: [0, 1],
  commutative: true,
  evaluate: (algebra, [x, y]) => innerProduct(algebra, x, y),
})

export const reductionOperators = [
  entrySumOperator,
  meanOperator,
  norm1Operator,
  norm2Operator,
  dotOperator,
  innerOperator,
] as const

/** The sum of all entries of x. */
export function entrySum(store: Store, x: Expression): Expression {
  return store.apply(entrySumOperator, [x])
}

export function mean(store: Store, x: Expression): Expression {
  return store.apply(meanOperator, [x])
}

export function norm1(store: Store, x: Expression): Expression {
  return store.apply(norm1Operator, [x])
}

export function norm2(store: Store, x: Expression): Expression {
  return store.apply(norm2Operator, [x])
}

export function dot(store: Store, x: Expression, y: Expression): Expression {
  return store.apply(dotOperator, [x, y])
}

export function inner(store: Store, x: Expression, y: Expression): Expression {
  return store.apply(innerOperator, [x, y])
}
