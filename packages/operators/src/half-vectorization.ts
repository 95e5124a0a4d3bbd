import {
  type Algebra,
  type Dimension,
  defineOperator,
  type Expression,
  fail,
  interval,
  isScalar,
  isSquare,
  multiplyDimensions,
  number,
  type Operator,
  one,
  type Store,
  shapeToText,
  triangularDimension,
  unit,
} from '@matrix-derive/core'
import { keepsLinear } from './structure.ts'

// The entries on and below the diagonal, column by column, and the matrices that go with them: Magnus and Neudecker,
// Matrix Differential Calculus, section 3.8, and Magnus, Linear Structures.

/** The row and column of each entry of a vech in turn. */
function below(size: number): [row: number, col: number][] {
  return Array.from({ length: size }, (_, col) =>
    Array.from({ length: size - col }, (_, k) => [col + k, col] as [number, number]),
  ).flat()
}

export const vechOperator = defineOperator({
  name: 'vech',
  summary: 'the entries on and below the diagonal of a square matrix, column by column',
  shape: ([x]) => {
    if (!isSquare(x.shape)) fail('not-square', `Expected a square matrix in vech, received ${shapeToText(x.shape)}.`)
    return { rows: triangularDimension(x.shape.rows), cols: unit }
  },
  facts: keepsLinear(),
  certainty: ({ operands: [x] }, known) => ({ entries: known(x).entries }),
  notation: { form: 'function', latex: '\\operatorname{vech}' },
  linear: [0],
  evaluate: (algebra, [x]) => {
    const entries = below(algebra.rows(x))
    return algebra.gather(x, entries.length, 1, i => entries[i])
  },
  build: (store, operands) =>
    operands.length === 1 && isScalar(operands[0].shape) ? operands[0] : store.intern(vechOperator, operands),
})

/** Row i + j·n of the result has a 1 where `choose` puts the entry (i, j) among those of the vech. */
function placing<M>(
  algebra: Algebra<M>,
  size: number,
  choose: (row: number, col: number) => readonly [number, number] | undefined,
): M {
  const entries = below(size)
  const places = new Map(entries.map(([row, col], at) => [row * size + col, at]))
  return algebra.gather(algebra.identity(entries.length), size * size, entries.length, (at, col) => {
    const chosen = choose(at % size, Math.floor(at / size))
    return chosen && [places.get(chosen[0] * size + chosen[1])!, col]
  })
}

/** D(n), with D*vech(A) = vec(A) for symmetric A. */
export const duplicationOperator: Operator = defineOperator({
  name: 'duplication',
  summary: 'the duplication matrix: D*vech(A) = vec(A) for symmetric A of n×n',
  shape: (_, data) => ({
    rows: multiplyDimensions(data!.shape!.rows, data!.shape!.rows),
    cols: triangularDimension(data!.shape!.rows),
  }),
  certainty: () => ({ entries: interval.between(0, 1) }),
  notation: { form: 'own' },
  evaluate: (algebra, _, node, size) =>
    placing(algebra, size(node.data!.shape!.rows), (row, col) => (row >= col ? [row, col] : [col, row])),
  build: (store, _, data) => ofSize(store, duplicationOperator, data!.shape!.rows),
})

/** L(n), with L*vec(A) = vech(A) for any A; L'*vech(A) = vec(A) for lower triangular A. */
export const eliminationOperator: Operator = defineOperator({
  name: 'elimination',
  summary: 'the elimination matrix: L*vec(A) = vech(A) for A of n×n',
  shape: (_, data) => ({
    rows: triangularDimension(data!.shape!.rows),
    cols: multiplyDimensions(data!.shape!.rows, data!.shape!.rows),
  }),
  certainty: () => ({ entries: interval.between(0, 1) }),
  notation: { form: 'own' },
  evaluate: (algebra, _, node, size) => {
    const turned = placing(algebra, size(node.data!.shape!.rows), (row, col) => (row >= col ? [row, col] : undefined))
    return algebra.gather(turned, algebra.cols(turned), algebra.rows(turned), (i, j) => [j, i])
  },
  build: (store, _, data) => ofSize(store, eliminationOperator, data!.shape!.rows),
})

/** Of size 1 both are the number 1. */
function ofSize(store: Store, operator: Operator, size: Dimension): Expression {
  if (size === unit) return number(store, one)
  return store.intern(operator, [], { key: `${size},${size}`, shape: { rows: size, cols: size } })
}

/** The D with D*vech(A) = vec(A) for symmetric A of this size. */
export function duplication(store: Store, size: Dimension): Expression {
  return ofSize(store, duplicationOperator, size)
}

/** The L with L*vec(A) = vech(A) for A of this size. */
export function elimination(store: Store, size: Dimension): Expression {
  return ofSize(store, eliminationOperator, size)
}

export function vech(store: Store, x: Expression): Expression {
  return store.apply(vechOperator, [x])
}
