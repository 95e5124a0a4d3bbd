import { fail } from '../error.ts'
import { type Dimension, dimension, isName, substituteDimension, unit } from './dimension.ts'
import { type Shape, sameShape, scalarShape, shapeToText } from './shape.ts'

/**
 * The shapes an operator takes and gives, in dimension variables.
 * `repeats`: the last operand may come any number of times (at least once), always with the same shape.
 */
export interface Signature {
  readonly operands: readonly Shape[]
  readonly repeats: boolean
  readonly result: Shape
  readonly text: string
}

const kindPattern = /^\s*(scalar|vector|rowvector|matrix)\s*(?:\(([^)]*)\))?\s*(\.\.\.)?\s*$/

function parseDimension(text: string): Dimension {
  const parts = text.split('*').map(part => part.trim())
  const factor = parts.filter(part => /^\d+$/.test(part)).reduce((product, part) => product * Number(part), 1)
  return dimension(
    factor,
    parts.filter(part => !/^\d+$/.test(part)),
  )
}

/** Reads `scalar`, `vector(n)`, `rowvector(n)`, `matrix(m,n)` or `matrix(n)`. */
function parseShape(text: string, signature: string): { shape: Shape; repeats: boolean } {
  const found = kindPattern.exec(text)
  if (!found)
    return fail('plugin', `Expected a kind such as matrix(m,n) in the signature "${signature}", received "${text}".`)
  const [, kind, inside = '', dots] = found
  const dimensions = inside === '' ? [] : inside.split(',').map(parseDimension)
  const expected = { scalar: [0, 0], vector: [1, 1], rowvector: [1, 1], matrix: [1, 2] }[kind as 'scalar'] as number[]
  if (dimensions.length < expected[0] || dimensions.length > expected[1]) {
    fail('plugin', `Expected ${expected[1]} dimensions in "${text.trim()}" of the signature "${signature}".`)
  }
  const [first = unit, second = first] = dimensions
  const shapes = {
    scalar: scalarShape,
    vector: { rows: first, cols: unit },
    rowvector: { rows: unit, cols: first },
    matrix: { rows: first, cols: second },
  }
  return { shape: shapes[kind as keyof typeof shapes], repeats: dots !== undefined }
}

/** Splits at commas outside brackets. */
function splitOperands(text: string): string[] {
  return text.trim() === '' ? [] : text.split(/,(?![^(]*\))/)
}

/**
 * Reads a signature such as `matrix(m,n), matrix(n,p) -> matrix(m,p)` or `matrix(m,n)... -> matrix(m,n)`.
 * @throws `plugin` when it cannot be read
 */
export function parseSignature(text: string): Signature {
  const [left, right, ...rest] = text.split('->')
  if (right === undefined || rest.length > 0) fail('plugin', `Expected one "->" in the signature "${text}".`)
  const operands = splitOperands(left).map(operand => parseShape(operand, text))
  return {
    operands: operands.map(operand => operand.shape),
    repeats: operands.at(-1)?.repeats ?? false,
    result: parseShape(right, text).shape,
    text,
  }
}

/** The shape expected of the operand at this position. */
export function operandShape(signature: Signature, position: number): Shape {
  return signature.operands[Math.min(position, signature.operands.length - 1)]
}

/** Whether so many operands fit. */
export function acceptsCount(signature: Signature, count: number): boolean {
  return signature.repeats ? count >= signature.operands.length : count === signature.operands.length
}

/** Binds the dimension variables of `pattern` so that it becomes `actual`; false where it cannot. */
export function bindDimension(pattern: Dimension, actual: Dimension, bound: Map<string, Dimension>): boolean {
  if (pattern === unit) return actual === unit
  if (!isName(pattern)) return substituteDimension(pattern, name => bound.get(name) ?? name) === actual
  const known = bound.get(pattern)
  if (known === undefined) bound.set(pattern, actual)
  return known === undefined || known === actual
}

/** Binds both dimensions of a shape; false where they do not fit. */
export function bindShape(pattern: Shape, actual: Shape, bound: Map<string, Dimension>): boolean {
  return bindDimension(pattern.rows, actual.rows, bound) && bindDimension(pattern.cols, actual.cols, bound)
}

/** A shape whose variables are replaced by what they are bound to. */
export function substituteShape(shape: Shape, bound: ReadonlyMap<string, Dimension>): Shape {
  const value = (name: string) => bound.get(name) ?? name
  return { rows: substituteDimension(shape.rows, value), cols: substituteDimension(shape.cols, value) }
}

/**
 * The result's shape by the first signature that fits the operands.
 * @throws `arity`, `not-square`, `shape-mismatch`
 */
export function shapeBySignatures(
  name: string,
  signatures: readonly Signature[],
  operands: readonly { readonly shape: Shape }[],
): Shape {
  for (const signature of signatures) {
    if (!acceptsCount(signature, operands.length)) continue
    const bound = new Map<string, Dimension>()
    if (operands.every((operand, i) => bindShape(operandShape(signature, i), operand.shape, bound))) {
      return substituteShape(signature.result, bound)
    }
  }
  return failToFit(name, signatures, operands)
}

function failToFit(
  name: string,
  signatures: readonly Signature[],
  operands: readonly { readonly shape: Shape }[],
): never {
  const expected = signatures.map(signature => signature.text).join(' or ')
  const candidates = signatures.filter(signature => acceptsCount(signature, operands.length))
  if (candidates.length === 0) fail('arity', `Expected ${name}: ${expected}; received ${operands.length} operands.`)
  const received = operands.map(operand => shapeToText(operand.shape)).join(', ')
  const wantsSquare = candidates.every(
    ({ operands: [first] }) => first && sameShape(first, { rows: first.cols, cols: first.rows }),
  )
  const code = wantsSquare && operands[0].shape.rows !== operands[0].shape.cols ? 'not-square' : 'shape-mismatch'
  return fail(code, `Expected ${name}: ${expected}; received ${received}.`)
}
