import { type Dimension, fail, multiplyDimensions, type Span, unit } from '@matrix-derive/core'
import { freshDimensions, isScalarShape, type Model, type OpenShape } from './model.ts'
import type { Unknown } from './solver.ts'

/** Says sizes; open ones get letters, the same one for the same dimension. */
export function sizeSayer(model: Model): (side: Unknown) => Dimension {
  const { solver } = model
  const letters = new Map<number, Dimension>()
  const fresh = freshDimensions(model)
  return side => {
    const known = solver.known(side)
    if (known !== undefined) return known
    const root = solver.find(side)
    if (leansToOne(model, side)) return unit
    const letter = letters.get(root) ?? fresh()
    letters.set(root, letter)
    return letter
  }
}

/** Says shapes; see {@link sizeSayer}. */
export function shapeSayer(model: Model): (shape: OpenShape) => string {
  const say = sizeSayer(model)
  return ({ rows, cols }) => {
    const first = say(rows)
    return `${first}×${say(cols)}`
  }
}

/** Whether it belongs to a name that is open, and rather a scalar. */
function leansToOne({ solver }: Model, side: number): boolean {
  if (!solver.isUndecided(side)) return false
  const { one, more } = solver.leaning(side)
  return one > more
}

/** A scalar, or an open name that is rather one. */
function looksScalar(model: Model, shape: OpenShape): boolean {
  return isScalarShape(model, shape) || (model.solver.isOne(shape.cols) && leansToOne(model, shape.rows))
}

/** The text of a part, in brackets where it would fall apart without. */
export function quote(model: Model, span: Span): string {
  const text = model.text.slice(span.start, span.end).replace(/\s+/g, ' ').trim()
  const isOneWord = /^[\p{L}\p{N}_]+[']*$/u.test(text) || /^[\p{L}\p{N}_]*\([^()]*\)'*$/u.test(text)
  return isOneWord ? text : `(${text})`
}

function isColumnShape({ solver }: Model, { rows, cols }: OpenShape): boolean {
  return solver.isOne(cols) && !solver.isOne(rows)
}

const flip = ({ rows, cols }: OpenShape): OpenShape => ({ rows: cols, cols: rows })

function fits({ solver }: Model, left: OpenShape, right: OpenShape): boolean {
  return solver.find(left.cols) === solver.find(right.rows)
}

function equal({ solver }: Model, left: OpenShape, right: OpenShape): boolean {
  return solver.find(left.rows) === solver.find(right.rows) && solver.find(left.cols) === solver.find(right.cols)
}

/** A part of the program in an error: where it is and what is known of its shape. */
export interface Part {
  readonly span: Span
  readonly shape: OpenShape
}

const transposed = (text: string) => (text.endsWith("'") ? text.slice(0, -1) : `${text}'`)

/** @throws `shape-mismatch` for a product whose inner dimensions differ, with the products that would fit */
export function failAtProduct(model: Model, left: Part, right: Part, span: Span): never {
  const say = shapeSayer(model)
  const [a, b] = [quote(model, left.span), quote(model, right.span)]
  if (isScalarShape(model, left.shape) || isScalarShape(model, right.shape)) {
    const larger = isScalarShape(model, left.shape) ? right.shape : left.shape
    fail('shape-mismatch', `Expected ${a}*${b} to fit what is around it, received ${say(larger)}.`, {
      span,
      suggestion: 'Declare the names in it.',
    })
  }
  const ways: string[] = []
  if (isColumnShape(model, left.shape) && isColumnShape(model, right.shape)) {
    if (equal(model, left.shape, right.shape) || !haveKnownSizes(model, left, right)) ways.push(`${transposed(a)}*${b}`)
    ways.push(`${a}*${transposed(b)}`)
    if (equal(model, left.shape, right.shape) || !haveKnownSizes(model, left, right)) ways.push(`${a}.*${b}`)
  } else {
    if (fits(model, flip(left.shape), right.shape)) ways.push(`${transposed(a)}*${b}`)
    if (fits(model, left.shape, flip(right.shape))) ways.push(`${a}*${transposed(b)}`)
    if (equal(model, left.shape, right.shape)) ways.push(`${a}.*${b}`)
  }
  const suggestion =
    ways.length > 0 ? `Perhaps ${listOf(ways)}.` : suggestProduct(model, left.shape.cols, right.shape.rows)
  return fail(
    'shape-mismatch',
    `Expected the columns of ${a} to be as many as the rows of ${b}, received ${say(left.shape)} times ${say(right.shape)}.`,
    { span, ...(suggestion && { suggestion }) },
  )
}

function haveKnownSizes({ solver }: Model, left: Part, right: Part): boolean {
  return solver.known(left.shape.rows) !== undefined && solver.known(right.shape.rows) !== undefined
}

function listOf(ways: readonly string[]): string {
  return ways.length === 1 ? ways[0] : `${ways.slice(0, -1).join(', ')} or ${ways[ways.length - 1]}`
}

/** @throws `shape-mismatch` for terms or factors that should have one shape */
export function failAtShapes(model: Model, what: string, left: Part, right: Part): never {
  const say = shapeSayer(model)
  const [a, b] = [quote(model, left.span), quote(model, right.span)]
  const leftScalar = looksScalar(model, left.shape)
  let suggestion: string | undefined
  if (leftScalar !== looksScalar(model, right.shape)) {
    const [scalar, other] = leftScalar ? [a, right.shape] : [b, left.shape]
    suggestion =
      what === 'terms' ? suggestConstant(model, scalar, other) : `Write * to multiply by a scalar: ${a}*${b}.`
  } else if (equal(model, flip(left.shape), right.shape)) suggestion = `Perhaps ${transposed(b)} instead of ${b}.`
  else suggestion = suggestProduct(model, left.shape.rows, right.shape.rows)
  return fail('shape-mismatch', `Expected ${what} of one shape, received ${say(left.shape)} and ${say(right.shape)}.`, {
    span: right.span,
    ...(suggestion && { suggestion }),
  })
}

/** @throws `shape-mismatch` for a matrix ./ a scalar */
export function failAtScalarBelow(model: Model, left: Part, right: Part): never {
  const say = shapeSayer(model)
  const [a, b] = [quote(model, left.span), quote(model, right.span)]
  return fail('shape-mismatch', `Expected both sides of ./ of one shape, received ${say(left.shape)} and a scalar.`, {
    span: right.span,
    suggestion: `Write / to divide by a scalar: ${a}/${b}.`,
  })
}

/** What "plus a scalar" may have meant. */
function suggestConstant(model: Model, scalar: string, { rows, cols }: OpenShape): string {
  const { solver } = model
  const times = scalar === '1' ? '' : `${scalar}*`
  if (solver.known(cols) === unit) return `To add it to every entry write ${times}vector(1).`
  if (solver.known(rows) === unit) return `To add it to every entry write ${times}vector(1)'.`
  const square =
    solver.find(rows) === solver.find(cols) || solver.known(rows) === undefined || solver.known(cols) === undefined
  const every = `To add it to every entry write ${times}matrix(1)`
  return square ? `${every}; to add it to the diagonal write ${times}eye.` : `${every}.`
}

/** How to write a product of sizes, where the name of one size looks like it: nq for n*q. */
function suggestProduct({ solver }: Model, one: Unknown, other: Unknown): string | undefined {
  const sizes = [solver.known(one), solver.known(other)].filter(size => size !== undefined)
  const meant = sizes.find(size => size.includes('*') && sizes.includes(size.replaceAll('*', '')))
  return meant && `Write ${meant} for the product of sizes: ${meant.replaceAll('*', '')} is a name of its own.`
}

/** @throws `shape-mismatch` for a part whose rows or columns, a product of sizes, are not as many as what is around it needs */
export function failAtCountOf(
  model: Model,
  what: 'rows' | 'columns',
  factors: readonly Unknown[],
  needed: Unknown,
  span: Span,
): never {
  const say = sizeSayer(model)
  const own = factors.map(say).reduce(multiplyDimensions, unit)
  return fail(
    'shape-mismatch',
    `Expected ${say(needed)} ${what} of ${quote(model, span)} to fit what is around it, received ${own}.`,
    { span },
  )
}

/** @throws `not-square` */
export function failNotSquare(model: Model, what: string, part: Part, suggestion?: string): never {
  const say = shapeSayer(model)
  return fail(
    'not-square',
    `Expected a square matrix ${what}, received ${quote(model, part.span)}, which is ${say(part.shape)}.`,
    {
      span: part.span,
      ...(suggestion && { suggestion }),
    },
  )
}

/** @throws `shape-mismatch` for a part that should be a scalar */
export function failNotScalar(model: Model, what: string, part: Part, suggestion?: string): never {
  const say = shapeSayer(model)
  return fail(
    'shape-mismatch',
    `Expected a scalar ${what}, received ${quote(model, part.span)}, which is ${say(part.shape)}.`,
    {
      span: part.span,
      ...(suggestion && { suggestion }),
    },
  )
}
