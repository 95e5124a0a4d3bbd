import { fail } from '@matrix-derive/core'
import { failUnknownName } from '../scope.ts'
import type { Syntax } from '../text/syntax.ts'
import type { Part } from './diagnose.ts'
import { conclude, isKnownName, type Model, type OpenShape } from './model.ts'
import type { Ordered } from './order.ts'
import { one } from './solver.ts'
import { typeFactors, typePower, typeSum } from './type-arithmetic.ts'
import { typeCall, typeJacobian } from './type-call.ts'
import { isSize, typeAllNumbers, typeMember, typeMembers, typeSeries } from './type-series.ts'
import { inferAs } from './undeclared.ts'

/** Gives every node from this one on its shape, as far as it shows. @throws every error that shapes can have */
export function typeNodes(model: Model, from: number): void {
  for (let at = from; at < model.nodes.length; at++) {
    const node = model.nodes[at]
    const operands = node.parts.map(part => ({ span: model.nodes[part].syntax.span, shape: model.shapes[part] }))
    model.shapes.push(typeNode(model, node, operands))
    conclude(model)
  }
}

const scalar: OpenShape = { rows: one, cols: one }

function typeNode(model: Model, node: Ordered, operands: readonly Part[]): OpenShape {
  const { syntax, parts } = node
  switch (syntax.kind) {
    case 'number':
    case 'norm':
      return scalar
    case 'name':
      return node.binder === undefined ? typeName(model, syntax) : scalar
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
      return typeSeries(model, syntax, operands)
    case 'members':
      return typeMembers(model, syntax)
    case 'element':
      return typeMember(model, syntax, operands[0], model.nodes[parts[0]])
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
  const numbers = typeAllNumbers(model, name, span)
  if (numbers !== undefined) return numbers
  if (isSize(model, name)) return scalar
  const shape = scope.declarations.get(name)?.shape ?? scope.values.get(name)?.shape
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
  const { scope } = model
  const known = model.inferred.get(name)
  if (known !== undefined) return known
  if (!scope.open) failUnknownName(scope, name, span)
  if (scope.operators.has(name) && !isKnownName(model, name) && name.length > 1) {
    fail('syntax', `Expected the operand of the function ${name}, as in ${name}(X).`, { span })
  }
  return inferAs(model, name, span)
}
