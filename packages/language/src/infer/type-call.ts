import {
  differentialOperator,
  fail,
  functionInfo,
  isInteger,
  jacobianOf,
  multiplyDimensions,
  type Operator,
  rationalToNumber,
  type Shape,
  type Span,
  triangularDimension,
  vecOperator,
} from '@matrix-derive/core'
import { failUnknownFunction } from '../scope.ts'
import type { Syntax } from '../text/syntax.ts'
import type { Part } from './diagnose.ts'
import { failNotScalar, shapeSayer } from './diagnose.ts'
import { isKnownName, type Model, type OpenShape } from './model.ts'
import { sizedCalls } from './order.ts'
import { sizeOf } from './sizes.ts'
import { one } from './solver.ts'
import { requireScalar, typeKronecker } from './type-arithmetic.ts'
import { typeApplication } from './type-signature.ts'

type Call = Syntax & { kind: 'call' }
type Jacobian = Syntax & { kind: 'jacobian' }

/** What a call means, apart from the operators: the language's own words. */
export type Meaning =
  | { readonly kind: 'operator'; readonly operator: Operator }
  | { readonly kind: 'sized' }
  | { readonly kind: 'filled' }

/** @throws `unknown-function`, `syntax`, `arity`, `unsupported` */
export function meaningOf(model: Model, call: Call): Meaning {
  const { name, order, nameSpan } = call
  const { scope } = model
  if (order > highestOrder) failAtOrder(nameSpan)
  const declared = scope.functions.get(name)
  if (declared !== undefined) return { kind: 'operator', operator: primed(model, call, declared) }
  const isDifferential = name === 'd' && !model.usesD
  const builtIn = name === 'd' ? undefined : scope.operators.get(name)
  const own = sizedCalls.has(name) || name === 'vector' || name === 'matrix' || name === 'frechet'
  if (order > 0) {
    if (builtIn === undefined && !own && (isKnownName(model, name) || !isDifferential))
      failAtProductWithBracket(model, call)
    if (builtIn === undefined && !own) failUnknownFunction(scope, name, nameSpan)
    fail('unknown-function', `Expected a declared elementwise function before ', received the built-in ${name}.`, {
      span: nameSpan,
      suggestion: `Declare a function of another name, say "sigma: elementwise", or write the derivative of ${name} out.`,
    })
  }
  if (name === 'frechet') return { kind: 'operator', operator: frechetOperator(model, call) }
  if (own) return sizedCalls.has(name) ? { kind: 'sized' } : { kind: 'filled' }
  if (isDifferential) return { kind: 'operator', operator: differentialOperator }
  if (builtIn !== undefined) return { kind: 'operator', operator: builtIn }
  if (name === 'D' && !isKnownName(model, 'D')) {
    fail('syntax', 'Expected the argument of the derivative, as in D(l)(y).', { span: call.span })
  }
  if (isKnownName(model, name) || model.inferred.has(name)) failAtProductWithBracket(model, call)
  return failUnknownFunction(scope, name, nameSpan)
}

/** Nobody writes higher derivatives, and their sizes grow with every one. */
const highestOrder = 16

function failAtOrder(span: Span): never {
  return fail('limit-exceeded', `Expected at most ${highestOrder} derivatives of a function.`, { span })
}

/** sigma'(x): the derivative of a declared elementwise function. */
function primed({ scope }: Model, { name, order, nameSpan }: Call, declared: Operator): Operator {
  if (order === 0) return declared
  if (functionInfo(declared)?.kind !== 'elementwise') {
    fail('unknown-function', `Expected an elementwise function before ', received ${name}.`, {
      span: nameSpan,
      suggestion: `Write D(${name})(...) for the derivative.`,
    })
  }
  let operator = declared
  for (let i = 0; i < order; i++) operator = jacobianOf(operator)
  return scope.functions.get(operator.name) ?? operator
}

/** A name of a value before a bracket: a product without its sign. */
function failAtProductWithBracket(model: Model, { name, nameSpan, span }: Call): never {
  const isName = isKnownName(model, name) || model.inferred.has(name)
  if (!isName) return failUnknownFunction(model.scope, name, nameSpan)
  const before = model.text.slice(nameSpan.start, nameSpan.end)
  return fail('syntax', `Expected an operator between ${before} and the bracket: ${name} is no function.`, {
    span,
    suggestion: `Write ${before}*${model.text.slice(nameSpan.end, span.end).trim()} for a product.`,
  })
}

/** Each direction doubles the matrix that the value is computed from. */
const mostDirections = 6

/** frechet(expm, X, E) is one operator for each matrix function; more directions give higher derivatives. */
function frechetOperator({ scope }: Model, { operands, nameSpan, span }: Call): Operator {
  if (operands.length < 3) {
    fail('arity', `Expected frechet(expm, X, E), received ${operands.length} operands.`, { span: nameSpan })
  }
  if (operands.length > mostDirections + 2) {
    fail('limit-exceeded', `Expected at most ${mostDirections} directions in frechet(...).`, { span: nameSpan })
  }
  const [of] = operands
  const operator = of.kind === 'name' ? scope.operators.get(`frechet-${of.name}`) : undefined
  return (
    operator ??
    fail('unknown-function', 'Expected expm, logm, sqrtm or phi1 in frechet(expm, X, E).', { span: of?.span ?? span })
  )
}

/** The shape of a call. @throws what the operator's shapes ask for */
export function typeCall(model: Model, call: Call, operands: readonly Part[]): OpenShape {
  const meaning = meaningOf(model, call)
  if (meaning.kind === 'sized') return typeSized(model, call)
  if (meaning.kind === 'filled') return typeFilled(model, call, operands)
  const { operator } = meaning
  if (functionInfo(operator)?.kind === 'abstract') return typeDeclared(model, call, operator, operands)
  if (operator === vecOperator) {
    if (operands.length !== 1) {
      fail('arity', `Expected one operand of vec, received ${operands.length}.`, { span: call.nameSpan })
    }
    const { rows, cols } = operands[0].shape
    const row = { span: call.span, shape: { rows: cols, cols: one } }
    return typeKronecker(model, { span: call.span, shape: { rows, cols: one } }, row)
  }
  return typeApplication(model, { operator, operands, nameSpan: call.nameSpan, span: call.span })
}

/** How many sizes the constants take. */
const sizeCounts: Readonly<Record<string, readonly [number, number]>> = {
  eye: [1, 1],
  ones: [1, 2],
  zeros: [1, 2],
  commutation: [2, 2],
  duplication: [1, 1],
  elimination: [1, 1],
}

/** eye(n), ones(m,n), ones(n) for the vector, commutation(m,n), duplication(n). @throws `arity`, `syntax` */
export function sizesOf({ name, operands, nameSpan }: Call): Shape {
  const [fewest, most] = sizeCounts[name]
  if (operands.length < fewest || operands.length > most) {
    const expected = fewest === most ? `${most}` : `${fewest} or ${most}`
    fail('arity', `Expected ${expected} sizes for ${name}, received ${operands.length}.`, { span: nameSpan })
  }
  const [rows, cols] = operands.map(sizeOf)
  return { rows, cols: cols ?? (name === 'ones' || name === 'zeros' ? '1' : rows) }
}

function typeSized(model: Model, call: Call): OpenShape {
  const { rows, cols } = sizesOf(call)
  const { solver } = model
  if (call.name === 'duplication' || call.name === 'elimination') {
    const [whole, half] = [multiplyDimensions(rows, rows), triangularDimension(rows)].map(size => solver.of(size))
    return call.name === 'duplication' ? { rows: whole, cols: half } : { rows: half, cols: whole }
  }
  if (call.name !== 'commutation') return { rows: solver.of(rows), cols: solver.of(cols) }
  const { rows: size } = typeKronecker(
    model,
    { span: call.span, shape: { rows: solver.of(rows), cols: one } },
    { span: call.span, shape: { rows: solver.of(cols), cols: one } },
  )
  return { rows: size, cols: size }
}

/** vector(c) and matrix(c), as large as what is around them asks for. */
function typeFilled(model: Model, { name, nameSpan }: Call, operands: readonly Part[]): OpenShape {
  if (operands.length !== 1) {
    fail('arity', `Expected one entry in ${name}(...), received ${operands.length} operands.`, {
      span: nameSpan,
      suggestion: 'For given sizes write c*ones(m,n).',
    })
  }
  requireScalar(model, operands[0], `in ${name}(...)`)
  // A row vector is a matrix as well: what is around decides.
  const { solver } = model
  return name === 'vector' ? { rows: solver.open(true), cols: one } : { rows: solver.open(), cols: solver.open(true) }
}

/** l(y): every argument of the declared shape. @throws `arity`, `shape-mismatch` */
function typeDeclared(
  model: Model,
  { nameSpan }: { nameSpan: { start: number; end: number } },
  operator: Operator,
  operands: readonly Part[],
): OpenShape {
  const info = functionInfo(operator)!
  const { solver } = model
  const shapes = info.kind === 'abstract' ? info.argumentShapes : []
  if (operands.length !== shapes.length) {
    fail('arity', `Expected ${shapes.length} arguments of ${operator.name}, received ${operands.length}.`, {
      span: nameSpan,
    })
  }
  for (let i = 0; i < shapes.length; i++) {
    const { rows, cols } = operands[i].shape
    if (solver.unify(rows, solver.of(shapes[i].rows)) && solver.unify(cols, solver.of(shapes[i].cols))) continue
    if (shapes[i].rows === '1' && shapes[i].cols === '1')
      failNotScalar(model, `as argument of ${operator.name}`, operands[i])
    const received = shapeSayer(model)(operands[i].shape)
    const expected = `${shapes[i].rows}×${shapes[i].cols}`
    fail('shape-mismatch', `Expected an argument of ${operator.name} that is ${expected}, received ${received}.`, {
      span: operands[i].span,
    })
  }
  const shape = operator.shape(shapes.map(shape => ({ shape })) as never, undefined)
  return { rows: solver.of(shape.rows), cols: solver.of(shape.cols) }
}

/** The operator that D(l), D(D(l)) or D(l, 2) is. @throws `unknown-function`, `arity`, `syntax` */
export function derivativeOperator(model: Model, { callee, span }: Jacobian): Operator {
  const positions: number[] = []
  let inner: Syntax = callee
  while (inner.kind === 'call' && inner.name === 'D' && inner.order === 0) {
    const [of, by, ...rest] = inner.operands
    if (of === undefined || rest.length > 0) fail('arity', 'Expected one function in D(...).', { span: inner.span })
    if (positions.length === highestOrder) failAtOrder(callee.span)
    positions.push(by === undefined ? 1 : positionOf(by))
    inner = of
  }
  const declared = inner.kind === 'name' ? model.scope.functions.get(inner.name) : undefined
  if (declared === undefined) {
    return fail('unknown-function', 'Expected a declared function in D(...).', {
      span: inner.kind === 'call' && inner.name !== 'D' ? span : inner.span,
      suggestion: 'Declare it, say "l: function(vector(m)) -> scalar".',
    })
  }
  const info = functionInfo(declared)!
  const count = info.kind === 'abstract' ? info.argumentShapes.length : 1
  return positions.reduceRight((operator, position) => {
    if (position <= count) return jacobianOf(operator, position - 1)
    return fail('arity', `Expected one of the ${count} arguments of ${declared.name}, received ${position}.`, { span })
  }, declared)
}

function positionOf(syntax: Syntax): number {
  if (syntax.kind === 'number' && isInteger(syntax.value)) {
    const position = rationalToNumber(syntax.value)
    if (position >= 1) return position
  }
  return fail('syntax', 'Expected the number of an argument, as in D(l, 2).', { span: syntax.span })
}

/** D(l)(y). */
export function typeJacobian(model: Model, syntax: Jacobian, operands: readonly Part[]): OpenShape {
  if (isKnownName(model, 'D')) {
    fail('syntax', 'Expected an operator before the bracket: D is no function here.', { span: syntax.span })
  }
  const operator = derivativeOperator(model, syntax)
  const application = { operator, operands, nameSpan: syntax.callee.span, span: syntax.span }
  return functionInfo(operator)?.kind === 'abstract'
    ? typeDeclared(model, application, operator, operands)
    : typeApplication(model, application)
}
