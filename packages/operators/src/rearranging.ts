import {
  type Dimension,
  defineOperator,
  type Expression,
  Fact,
  type Interval,
  interval,
  isScalar,
  isSquare,
  multiplyDimensions,
  type Operator,
  type Store,
} from '@matrix-derive/core'
import { keepsLinear, triangular } from './structure.ts'

const withZeros = (entries: Interval) => interval.either(entries, interval.between(0, 0))

const certaintyOfTriangle: Operator['certainty'] = ({ operands: [x] }, known) => {
  const { entries, diagonal } = known(x)
  return { entries: withZeros(entries), diagonal }
}

/** A vector becomes the diagonal of a matrix, a square matrix gives its diagonal as a vector. */
export const diagOperator = defineOperator({
  name: 'diag',
  summary: 'the diagonal matrix of a vector, or the diagonal of a matrix as a vector',
  signature: ['vector(n) -> matrix(n,n)', 'matrix(n,n) -> vector(n)'],
  facts: ([x]) => (x.shape.cols === '1' ? Fact.diagonal | Fact.symmetric | triangular : 0) | keepsLinear()([x]),
  certainty: ({ operands: [x] }, known) => {
    const { entries, diagonal } = known(x)
    return x.shape.cols === '1' ? { entries: withZeros(entries), diagonal: entries } : { entries: diagonal }
  },
  notation: { form: 'function', latex: '\\operatorname{diag}' },
  linear: [0],
  evaluate: (algebra, [x]) => {
    const size = algebra.rows(x)
    return algebra.cols(x) === 1
      ? algebra.gather(x, size, size, (i, j) => (i === j ? [i, 0] : undefined))
      : algebra.gather(x, size, 1, i => [i, i])
  },
  // The diagonal of a scalar is that scalar, either way.
  build: (store, operands) =>
    operands.length === 1 && isScalar(operands[0].shape) ? operands[0] : store.intern(diagOperator, operands),
})

export const lowerTriangleOperator = defineOperator({
  name: 'tril',
  summary: 'the lower triangle, the rest 0',
  signature: 'matrix(m,n) -> matrix(m,n)',
  facts: ([x]) =>
    Fact.lower |
    (x.facts & Fact.upper && isSquare(x.shape) ? Fact.diagonal | Fact.symmetric : 0) |
    keepsLinear(triangular)([x]),
  certainty: certaintyOfTriangle,
  notation: { form: 'function', latex: '\\operatorname{tril}' },
  linear: [0],
  evaluate: (algebra, [x]) =>
    algebra.gather(x, algebra.rows(x), algebra.cols(x), (i, j) => (i >= j ? [i, j] : undefined)),
})

export const upperTriangleOperator = defineOperator({
  name: 'triu',
  summary: 'the upper triangle, the rest 0',
  signature: 'matrix(m,n) -> matrix(m,n)',
  facts: ([x]) =>
    Fact.upper |
    (x.facts & Fact.lower && isSquare(x.shape) ? Fact.diagonal | Fact.symmetric : 0) |
    keepsLinear(triangular)([x]),
  certainty: certaintyOfTriangle,
  notation: { form: 'function', latex: '\\operatorname{triu}' },
  linear: [0],
  evaluate: (algebra, [x]) =>
    algebra.gather(x, algebra.rows(x), algebra.cols(x), (i, j) => (i <= j ? [i, j] : undefined)),
})

/**
 * K(m,n), the permutation with K*vec(A) = vec(A') for A m×n.
 * The dimensions are data of the node, as the shape of A. Magnus and Neudecker, section 3.7.
 */
export const commutationOperator = defineOperator({
  name: 'commutation',
  summary: "the commutation matrix: K*vec(A) = vec(A') for A m×n",
  shape: (_, data) => {
    const size = multiplyDimensions(data!.shape!.rows, data!.shape!.cols)
    return { rows: size, cols: size }
  },
  facts: (_, data) => Fact.orthogonal | (data!.shape!.rows === data!.shape!.cols ? Fact.symmetric : 0),
  certainty: () => ({ entries: interval.between(0, 1) }),
  notation: { form: 'own' },
  evaluate: (algebra, _, node, size) => {
    const [m, n] = [size(node.data!.shape!.rows), size(node.data!.shape!.cols)]
    return algebra.gather(algebra.identity(m * n), m * n, m * n, (row, col) => [
      Math.floor(row / n) + (row % n) * m,
      col,
    ])
  },
})

/** The K with K*vec(A) = vec(A') for A rows×cols. */
export function commutation(store: Store, rows: Dimension, cols: Dimension): Expression {
  return store.apply(commutationOperator, [], { key: `${rows},${cols}`, shape: { rows, cols } })
}

export function diag(store: Store, x: Expression): Expression {
  return store.apply(diagOperator, [x])
}

export function lowerTriangle(store: Store, x: Expression): Expression {
  return store.apply(lowerTriangleOperator, [x])
}

export function upperTriangle(store: Store, x: Expression): Expression {
  return store.apply(upperTriangleOperator, [x])
}
