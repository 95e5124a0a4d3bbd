import { type Dimension, multiplyDimensions, unit } from './dimension.ts'

/** Rows and columns. A scalar is 1×1, a vector n×1, a row vector 1×n. */
export interface Shape {
  readonly rows: Dimension
  readonly cols: Dimension
}

export const scalarShape: Shape = { rows: unit, cols: unit }

export function sameShape(a: Shape, b: Shape): boolean {
  return a.rows === b.rows && a.cols === b.cols
}

export function isScalar(shape: Shape): boolean {
  return shape.rows === unit && shape.cols === unit
}

/** n×1 with n other than 1. */
export function isColumn(shape: Shape): boolean {
  return shape.cols === unit && shape.rows !== unit
}

/** 1×n with n other than 1. */
export function isRow(shape: Shape): boolean {
  return shape.rows === unit && shape.cols !== unit
}

export function isSquare(shape: Shape): boolean {
  return shape.rows === shape.cols
}

export function transposedShape(shape: Shape): Shape {
  return { rows: shape.cols, cols: shape.rows }
}

/** How many entries: the length of the vec. */
export function shapeSize(shape: Shape): Dimension {
  return multiplyDimensions(shape.rows, shape.cols)
}

/** `m×n`, as people write it. */
export function shapeToText(shape: Shape): string {
  return `${shape.rows}×${shape.cols}`
}

/** The four kinds that the layout table tells apart. */
export type Kind = 'scalar' | 'vector' | 'row vector' | 'matrix'

export function kindOf(shape: Shape): Kind {
  if (isScalar(shape)) return 'scalar'
  if (isColumn(shape)) return 'vector'
  return isRow(shape) ? 'row vector' : 'matrix'
}

/** More than one row and more than one column. */
export function isMatrix(shape: Shape): boolean {
  return shape.rows !== unit && shape.cols !== unit
}
