import { fail } from '@matrix-derive/core'
import { failUnknownName } from '../scope.ts'
import type { Syntax } from '../text/syntax.ts'
import type { Part } from './diagnose.ts'
import { conclude, isKnownName, type Model, type OpenShape } from './model.ts'
import { one } from './solver.ts'
import { typeFactors, typePower, typeSum } from './type-arithmetic.ts'
import { typeCall, typeJacobian } from './type-call.ts'

/** Gives every node from this one on its shape, as far as it shows. @throws every error that shapes can have */
export function typeNodes(model: Model, from: number): void {
  for (let at = from; at < model.nodes.length; at++) {
    const { syntax, parts } = model.nodes[at]
    const operands = parts.map(part => ({ span: model.nodes[part].syntax.span, shape: model.shapes[part] }))
    model.shapes.push(typeNode(model, syntax, operands, parts))
    conclude(model)
  }
}

const scalar: OpenShape = { rows: one, cols: one }

function typeNode(model: Model, syntax: Syntax, operands: readonly Part[], parts: readonly number[]): OpenShape {
  switch (syntax.kind) {
    case 'number':
    case 'norm':
      return scalar
    case 'name':
      return typeName(model, syntax)
    case 'negation':
      return operands[0].shape
    case 'transpose':
      return typeTranspose(model, model.nodes[parts[0]].syntax, operands[0].shape)
    case 'sum':
      return typeSum(model, operands)
    case 'product':
      return typeFactors(
        model,
        syntax.factors.map(({ sign }) => sign),
        operands,
      )
    case 'power':
      if (operands.length === 1) return typeTranspose(model, model.nodes[parts[0]].syntax, operands[0].shape)
      return typePower(model, syntax, operands[0], operands[1])
    case 'call':
      return typeCall(model, syntax, operands)
    case 'jacobian':
      return typeJacobian(model, syntax, operands)
    case 'series':
      return fail('unsupported', 'Sums over a family are not supported yet.', { span: syntax.span })
    case 'element':
      return fail('unsupported', 'Elements of a family are not supported yet.', { span: syntax.span })
  }
}

/** A transposed lower-case name is a vector. */
function typeTranspose(model: Model, syntax: Syntax, { rows, cols }: OpenShape): OpenShape {
  if (syntax.kind === 'name' && model.inferred.has(syntax.name) && model.solver.isUndecided(rows))
    model.solver.setMore(rows)
  return { rows: cols, cols: rows }
}

function typeName(model: Model, syntax: Syntax & { kind: 'name' }): OpenShape {
  const { solver, scope } = model
  const { name, span } = syntax
  const node = model.defined.get(name)
  if (node !== undefined) return model.shapes[node]
  if (model.definedSomewhere.has(name)) {
    fail('unknown-name', `Expected a name that is known here; ${name} is defined only later.`, { span })
  }
  const declaration = scope.declarations.get(name)
  if (declaration?.count !== undefined) {
    fail('unsupported', `Expected an element of the family ${name}, which is not supported yet.`, { span })
  }
  const shape = declaration?.shape ?? scope.values.get(name)?.shape
  if (shape !== undefined) return { rows: solver.of(shape.rows), cols: solver.of(shape.cols) }
  if (scope.functions.has(name)) {
    fail('syntax', `Expected the argument of the function ${name}, as in ${name}(x).`, { span })
  }
  if (name === 'eye') {
    const size = solver.open(true)
    return { rows: size, cols: size }
  }
  return inferName(model, syntax)
}

/** A name that nobody declared: a matrix when upper case, a vector or a scalar when lower case. */
function inferName(model: Model, { name, span }: Syntax & { kind: 'name' }): OpenShape {
  const { solver, scope } = model
  const known = model.inferred.get(name)
  if (known !== undefined) return known
  if (!scope.open) failUnknownName(scope, name, span)
  if (model.dimensionNames.has(name)) {
    fail('unknown-name', `Expected a declared name, received ${name}, which is declared as a size only.`, {
      span,
      suggestion: `Declare it, say "${name}: scalar".`,
    })
  }
  if (scope.operators.has(name) && !isKnownName(model, name) && name.length > 1) {
    fail('syntax', `Expected the operand of the function ${name}, as in ${name}(X).`, { span })
  }
  const first = name.replace(/^_+/, '')[0] ?? 'x'
  const lower = first.toLowerCase() === first
  const rows = solver.open(!lower)
  if (lower) solver.lean(rows, first >= 'a' && first <= 'g' ? 'one' : 'more')
  const inferred = { name, span, lower, rows, cols: lower ? one : solver.open(true) }
  model.inferred.set(name, inferred)
  return inferred
}
