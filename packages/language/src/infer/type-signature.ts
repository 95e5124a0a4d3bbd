import {
  acceptsCount,
  type Dimension,
  dimensionParts,
  fail,
  type Operator,
  operandShape,
  type Shape,
  type Signature,
  type Span,
  unit,
} from '@matrix-derive/core'
import type { Alternative, Equation } from './choice.ts'
import { failAtCountOf, failNotSquare, type Part, shapeSayer } from './diagnose.ts'
import { type Model, type OpenShape, require } from './model.ts'
import { one, type Unknown } from './solver.ts'

/** An application of an operator, for typing and for what is said when it does not fit. */
export interface Application {
  readonly operator: Operator
  readonly operands: readonly Part[]
  /** The name as it stands in the text. */
  readonly nameSpan: Span
  readonly span: Span
}

/** The shape of an application by the operator's signatures. @throws `arity`, `shape-mismatch`, `not-square` */
export function typeApplication(model: Model, application: Application): OpenShape {
  const { operator, operands } = application
  if (operator.signatures.length === 0) return typeByOwnRule(model, application)
  const fitting = operator.signatures.filter(signature => acceptsCount(signature, operands.length))
  if (fitting.length === 0) failAtCount(application)
  return fitting.length === 1
    ? typeBySignature(model, application, fitting[0])
    : typeByChoice(model, application, fitting)
}

/** @throws `arity` */
export function failAtCount({ operator, operands, nameSpan }: Application): never {
  const expected = operator.signatures.map(({ text }) => text).join(' or ')
  return fail('arity', `Expected ${operator.name}: ${expected}; received ${operands.length} operands.`, {
    span: nameSpan,
  })
}

const isVariable = (dimension: Dimension) => !/[*\d]/.test(dimension[0]) && !dimension.includes('*')

/** Binds the variables of the one signature that has as many operands. */
function typeBySignature(model: Model, application: Application, signature: Signature): OpenShape {
  const { solver } = model
  const { operands } = application
  const bound = new Map<Dimension, Unknown>()
  const bind = (pattern: Dimension, actual: Unknown): boolean => {
    if (pattern === unit) return solver.unify(actual, one)
    if (!isVariable(pattern)) return solver.unify(actual, instance(model, pattern, bound, application))
    const known = bound.get(pattern)
    if (known !== undefined) return solver.unify(known, actual)
    bound.set(pattern, actual)
    return true
  }
  for (let i = 0; i < operands.length; i++) {
    const pattern = operandShape(signature, i)
    const { rows, cols } = operands[i].shape
    // Where a vector is wanted, a name that may be a scalar or a vector is a vector.
    if (isVariable(pattern.rows) && pattern.cols === unit && solver.isUndecided(rows)) solver.setMore(rows)
    const ownSquare = pattern.rows === pattern.cols && !bound.has(pattern.rows)
    if (!bind(pattern.rows, rows) || !bind(pattern.cols, cols)) failAtOperand(model, application, i, ownSquare)
  }
  const { rows, cols } = signature.result
  return {
    rows: instance(model, rows, bound, application, 'rows'),
    cols: instance(model, cols, bound, application, 'columns'),
  }
}

/** A dimension of a signature with its variables bound: of an operand, or the rows or columns of the result. */
function instance(
  model: Model,
  pattern: Dimension,
  bound: Map<Dimension, Unknown>,
  application: Application,
  ofResult?: 'rows' | 'columns',
): Unknown {
  const { solver } = model
  if (pattern === unit) return one
  const variable = (name: string): Unknown => {
    const known = bound.get(name) ?? solver.open()
    bound.set(name, known)
    return known
  }
  if (isVariable(pattern)) return variable(pattern)
  const { factor, names } = dimensionParts(pattern)
  if (names.length === 0) return solver.of(pattern)
  const result = solver.open()
  const factors = names.map(variable)
  const explain = () =>
    ofResult && factor === 1
      ? failAtCountOf(model, ofResult, factors, result, application.span)
      : failAtOperand(model, application, 0, false)
  require(model, {
    kind: 'monomial',
    coefficient: factor,
    factors,
    result,
    span: application.span,
    queued: false,
    fail: explain,
  })
  return result
}

/** @throws `not-square`, `shape-mismatch` */
function failAtOperand(model: Model, { operator, operands }: Application, position: number, ownSquare: boolean): never {
  const name = operator.name
  if (ownSquare) return failNotSquare(model, `as operand of ${name}`, operands[position])
  const say = shapeSayer(model)
  const expected = operator.signatures.map(({ text }) => text).join(' or ')
  const received = operands.map(({ shape }) => say(shape)).join(', ')
  return fail('shape-mismatch', `Expected ${name}: ${expected}; received ${received}.`, {
    span: operands[position].span,
  })
}

/** Several signatures have as many operands: a choice between them, in the operator's order of preference. */
function typeByChoice(model: Model, application: Application, signatures: readonly Signature[]): OpenShape {
  const { solver } = model
  const { operands } = application
  const result = { rows: solver.open(), cols: solver.open() }
  const slots: Unknown[] = [one, ...operands.flatMap(({ shape }) => [shape.rows, shape.cols]), result.rows, result.cols]
  const shared = slots.length
  const alternatives = signatures.map((signature): Alternative => {
    const places = new Map<Dimension, number>([[unit, 0]])
    const place = (dimension: Dimension, more: boolean): number => {
      const known = places.get(dimension)
      if (known !== undefined) return known
      slots.push(isVariable(dimension) ? solver.open(more) : solver.of(dimension))
      places.set(dimension, slots.length - 1)
      return slots.length - 1
    }
    const equations: Equation[] = []
    const equate = (at: number, { rows, cols }: Shape) => {
      equations.push([at, place(rows, cols === unit)], [at + 1, place(cols, rows === unit)])
    }
    for (let i = 0; i < operands.length; i++) equate(1 + 2 * i, operandShape(signature, i))
    equate(shared - 2, signature.result)
    return { condition: 0, equations }
  })
  const explain = () => failAtOperand(model, application, 0, false)
  require(model, { kind: 'choice', slots, alternatives, settled: false, queued: false, fail: explain })
  return result
}

/** An operator that says its shape itself can only do so once its operands' shapes are known. */
function typeByOwnRule(model: Model, { operator, operands, span }: Application): OpenShape {
  const { solver } = model
  const result = [solver.open(), solver.open()] as const
  require(model, {
    kind: 'own rule',
    operator,
    operands: operands.flatMap(({ shape }) => [shape.rows, shape.cols]),
    result,
    queued: false,
    fail: message => fail('shape-mismatch', message ?? `Expected operands that fit ${operator.name}.`, { span }),
  })
  return { rows: result[0], cols: result[1] }
}
