import {
  type Expression,
  eye,
  eyeOperator,
  factorsOf,
  flip,
  holdsDifferential,
  isColumn,
  isRow,
  mayOccur,
  product,
  type Shape,
  type Store,
  shapeSize,
  sum,
  termsOf,
  transpose,
  vec,
} from '@matrix-derive/core'
import { commutation, kron, kronOperator } from '@matrix-derive/operators'
import { cutAtDifferential, frontOf, replaceNeighbours, turned } from './rewriting.ts'

/**
 * The matrix of this shape whose stacked columns are `column`: (vec(I)'⊗I)(I⊗x), the inverse of vec.
 * Magnus and Neudecker, Matrix Differential Calculus, section 2.4.
 */
export function unstack(store: Store, column: Expression, shape: Shape): Expression {
  return product(store, [unstacker(store, shape), kron(store, eye(store, shape.cols), column)])
}

/** The vec(I)'⊗I of that. */
function unstacker(store: Store, { rows, cols }: Shape): Expression {
  return kron(store, transpose(store, vec(store, eye(store, cols))), eye(store, rows))
}

/** Two factors that unstack a column, in whatever way the column is written, and what comes of it. */
export interface Unstacking {
  readonly column: Expression
  readonly shape: Shape
}

/** The column that two neighbouring factors unstack: x in (vec(I)'⊗I)(I⊗x), and x + y in (vec(I)'⊗I)(I⊗x + I⊗y). */
function unstacking(store: Store, left: Expression, right: Expression): Unstacking | undefined {
  const shape = { rows: left.shape.rows, cols: right.shape.cols }
  if (left !== unstacker(store, shape)) return undefined
  const cols = eye(store, shape.cols)
  const columns = termsOf(right).map(term => {
    const parts = factorsOf(term)
    const [blocks] = parts.chain
    if (parts.chain.length !== 1 || blocks.operator !== kronOperator || blocks.operands[0] !== cols) return undefined
    return product(store, [...frontOf(store, parts), kron(store, ...blocks.operands.slice(1))])
  })
  if (columns.some(column => column === undefined || !isColumn(column.shape))) return undefined
  return { column: sum(store, columns as Expression[]), shape }
}

/**
 * The product with two neighbours that unstack a column, or are the transpose of that, replaced by what `become` makes of
 * the column; undefined where it has none, or where `become` is. In lines of a derivation what is unstacked is not known yet.
 */
export function replaceUnstacking(
  store: Store,
  node: Expression,
  become: (found: Unstacking) => Expression | undefined,
): Expression | undefined {
  if (!mayOccur(kronOperator, node) || holdsDifferential(node)) return undefined
  return replaceNeighbours(store, node, (left, right) => unstackedBy(left, right) ?? turnedBy(left, right))

  function unstackedBy(left: Expression, right: Expression): Expression | undefined {
    const found = left.operator === kronOperator ? unstacking(store, left, right) : undefined
    return found && become(found)
  }

  function turnedBy(left: Expression, right: Expression): Expression | undefined {
    if (right.operator !== kronOperator) return undefined
    const matrix = unstackedBy(turned(store, right), turned(store, left))
    return matrix && turned(store, matrix)
  }
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
    const fits = shapeSize(shape) === x.shape.rows && unstacker(store, shape) === previous
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
