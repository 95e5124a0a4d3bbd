import {
  type Expression,
  eye,
  eyeOperator,
  factorsOf,
  flip,
  isColumn,
  isRow,
  product,
  type Shape,
  type Store,
  shapeSize,
  transpose,
  vec,
} from '@matrix-derive/core'
import { commutation, kron, kronOperator } from '@matrix-derive/operators'
import { cutAtDifferential } from './rewriting.ts'

/**
 * The matrix of this shape whose stacked columns are `column`: (vec(I)'⊗I)(I⊗x), the inverse of vec.
 * Magnus and Neudecker, Matrix Differential Calculus, section 2.4.
 */
export function unstack(store: Store, column: Expression, shape: Shape): Expression {
  const [rows, cols] = [eye(store, shape.rows), eye(store, shape.cols)]
  return product(store, [kron(store, transpose(store, vec(store, cols)), rows), kron(store, cols, column)])
}

/** A product with an unstacked column among its factors. */
export interface Unstacked {
  /** The number and the scalars in front. */
  readonly front: readonly Expression[]
  readonly before: readonly Expression[]
  readonly after: readonly Expression[]
  /** The stacked columns of the matrix that stands between them, and its shape. */
  readonly column: Expression
  readonly shape: Shape
}

/** Finds an unstacked column that holds the differential, or the transpose of one, in a product; else undefined. */
export function unstacked(store: Store, whole: Expression): Unstacked | undefined {
  const cut = cutAtDifferential(store, whole)
  if (cut?.hole.operator !== kronOperator || cut.hole.operands.length !== 2) return undefined
  const { front, before, hole, after } = cut
  const [identity, x] = hole.operands
  if (identity.operator !== eyeOperator) return undefined
  const [previous, next] = [before.at(-1), after[0]]
  if (isColumn(x.shape) && previous !== undefined) {
    const shape = { rows: previous.shape.rows, cols: hole.shape.cols }
    const fits = shapeSize(shape) === x.shape.rows && factorsOf(unstack(store, x, shape)).chain[0] === previous
    if (!fits) return undefined
    return { front, before: before.slice(0, -1), after, column: x, shape }
  }
  if (isRow(x.shape) && next !== undefined) {
    const shape = { rows: hole.shape.rows, cols: next.shape.cols }
    if (kron(store, vec(store, eye(store, shape.rows)), eye(store, shape.cols)) !== next) return undefined
    const column = product(store, [commutation(store, shape.cols, shape.rows), flip(store, x)])
    return { front, before, after: after.slice(1), column, shape }
  }
  return undefined
}
