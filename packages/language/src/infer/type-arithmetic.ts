import type { Span } from '@matrix-derive/core'
import type { FactorSign, Syntax } from '../text/syntax.ts'
import type { Alternative } from './choice.ts'
import {
  failAtCountOf,
  failAtProduct,
  failAtScalarBelow,
  failAtShapes,
  failNotScalar,
  failNotSquare,
  type Part,
} from './diagnose.ts'
import { isLarge, isScalarShape, type Model, type OpenShape, require } from './model.ts'
import { one } from './solver.ts'

/** Makes two shapes one. False where they differ. Columns first: they tell a scalar from a matrix without guessing. */
export function unifyShapes({ solver }: Model, a: OpenShape, b: OpenShape): boolean {
  return solver.unify(a.cols, b.cols) && solver.unify(a.rows, b.rows)
}

/** Makes the part a scalar. @throws `shape-mismatch` */
export function requireScalar(model: Model, part: Part, what: string, suggestion?: string): void {
  const { solver } = model
  const { rows, cols } = part.shape
  if (!solver.unify(rows, one) || !solver.unify(cols, one)) failNotScalar(model, what, part, suggestion)
}

/** All terms have one shape. @throws `shape-mismatch` */
export function typeSum(model: Model, terms: readonly Part[]): OpenShape {
  const [first, ...rest] = terms
  for (const term of rest) if (!unifyShapes(model, first.shape, term.shape)) failAtShapes(model, 'terms', first, term)
  return first.shape
}

/** Factors are taken from the left, one after the other. @throws `shape-mismatch` */
export function typeFactors(model: Model, signs: readonly FactorSign[], factors: readonly Part[]): OpenShape {
  let left: Part = factors[0]
  for (let i = 1; i < factors.length; i++) {
    const right = factors[i]
    const shape = typePair(model, signs[i], left, right, { start: factors[i - 1].span.start, end: right.span.end })
    left = { span: { start: factors[0].span.start, end: right.span.end }, shape }
  }
  return left.shape
}

function typePair(model: Model, sign: FactorSign, left: Part, right: Part, span: Span): OpenShape {
  switch (sign) {
    case '*':
      return typeProduct(model, left, right, span)
    case '/':
      requireScalar(model, right, 'after /', 'Write A*inv(B) to divide by a matrix, or ./ to divide entry by entry.')
      return left.shape
    case '.*':
      if (!unifyShapes(model, left.shape, right.shape)) failAtShapes(model, 'entrywise factors', left, right)
      return left.shape
    case './':
      return typeQuotient(model, left, right)
    case '⊗':
      return typeKronecker(model, left, right)
  }
}

// The slots of a product's choice: 1, then rows and columns of the left factor, the right one and the result.
const [leftRows, leftCols, rightRows, rightCols, rows, cols] = [1, 2, 3, 4, 5, 6]

const readings: readonly Alternative[] = [
  {
    condition: 2,
    equations: [
      [leftRows, 0],
      [leftCols, 0],
      [rows, rightRows],
      [cols, rightCols],
    ],
  },
  {
    condition: 2,
    equations: [
      [rightRows, 0],
      [rightCols, 0],
      [rows, leftRows],
      [cols, leftCols],
    ],
  },
  {
    condition: 0,
    equations: [
      [leftCols, rightRows],
      [rows, leftRows],
      [cols, rightCols],
    ],
  },
]

/** A matrix product, or scaling by either side; which one may only show later. */
function typeProduct(model: Model, left: Part, right: Part, span: Span): OpenShape {
  const { solver } = model
  if (isScalarShape(model, left.shape)) return right.shape
  if (isScalarShape(model, right.shape)) return left.shape
  if (isLarge(model, left.shape) && isLarge(model, right.shape)) {
    if (!solver.unify(left.shape.cols, right.shape.rows)) failAtProduct(model, left, right, span)
    return { rows: left.shape.rows, cols: right.shape.cols }
  }
  const result = { rows: solver.open(), cols: solver.open() }
  require(model, {
    kind: 'choice',
    slots: [one, left.shape.rows, left.shape.cols, right.shape.rows, right.shape.cols, result.rows, result.cols],
    alternatives: readings,
    settled: false,
    queued: false,
    fail: () => failAtProduct(model, left, right, span),
  })
  return result
}

/** A ./ B: of one shape, or a scalar over every entry. */
function typeQuotient(model: Model, left: Part, right: Part): OpenShape {
  if (isScalarShape(model, left.shape)) return right.shape
  const explain = () =>
    isScalarShape(model, right.shape)
      ? failAtScalarBelow(model, left, right)
      : failAtShapes(model, 'the two sides of ./', left, right)
  if (isLarge(model, left.shape)) {
    if (!unifyShapes(model, left.shape, right.shape)) explain()
    return right.shape
  }
  require(model, {
    kind: 'choice',
    slots: [one, left.shape.rows, left.shape.cols, right.shape.rows, right.shape.cols],
    alternatives: [
      {
        condition: 2,
        equations: [
          [leftRows, 0],
          [leftCols, 0],
        ],
      },
      {
        condition: 0,
        equations: [
          [leftRows, rightRows],
          [leftCols, rightCols],
        ],
      },
    ],
    settled: false,
    queued: false,
    fail: explain,
  })
  return right.shape
}

/** The dimensions multiply. */
export function typeKronecker(model: Model, left: Part, right: Part): OpenShape {
  const side = (what: 'rows' | 'columns', a: number, b: number) => {
    const { solver } = model
    if (solver.isOne(a)) return b
    if (solver.isOne(b)) return a
    const result = solver.open()
    const span = { start: left.span.start, end: right.span.end }
    const explain = () => failAtCountOf(model, what, [a, b], result, span)
    require(model, { kind: 'monomial', coefficient: 1, factors: [a, b], result, span, queued: false, fail: explain })
    return result
  }
  return {
    rows: side('rows', left.shape.rows, right.shape.rows),
    cols: side('columns', left.shape.cols, right.shape.cols),
  }
}

/** base^exponent and base.^exponent. @throws `not-square`, `shape-mismatch` */
export function typePower(model: Model, syntax: Syntax & { kind: 'power' }, base: Part, exponent: Part): OpenShape {
  const { solver } = model
  if (syntax.entrywise) {
    requireScalar(model, exponent, 'exponent after .^', 'Write exp(X*log(c)) for a number to the power of every entry.')
    return base.shape
  }
  const isTransposed = model.text.slice(exponent.span.start, exponent.span.end) === '-T'
  requireScalar(
    model,
    exponent,
    'exponent after ^',
    isTransposed ? "Write inv(X)' for the transposed inverse." : undefined,
  )
  if (!solver.unify(base.shape.rows, base.shape.cols)) {
    failNotSquare(model, 'or a scalar before ^', base, 'Write .^ for the power of every entry.')
  }
  return base.shape
}
