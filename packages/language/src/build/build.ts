import {
  type Expression,
  eye,
  fill,
  isNumber,
  negate,
  number,
  type Operator,
  one,
  ones,
  type Shape,
  type Store,
  size,
  sum,
  transpose,
  zeros,
} from '@matrix-derive/core'
import type { Model } from '../infer/model.ts'
import type { Ordered } from '../infer/order.ts'
import { derivativeOperator, meaningOf, sizesOf } from '../infer/type-call.ts'
import { isSize } from '../infer/type-series.ts'
import { located } from '../text/located.ts'
import type { Syntax } from '../text/syntax.ts'
import { buildEntrywisePower, buildPower } from './power.ts'
import { buildFactors } from './product.ts'
import { buildIndex, buildMember, buildSeries } from './series.ts'
import { operatorNamed } from './sign.ts'

/** What building needs besides the model. */
export interface Builder {
  readonly model: Model
  readonly store: Store
  /** Declared and inferred symbols, and the intermediates defined so far. */
  readonly names: Map<string, Expression>
  /** The expression of each node so far. */
  readonly built: Expression[]
  /** How far each index runs whose sum is being built. */
  readonly limits: Map<Expression, Expression>
}

/** Builds the nodes up to this one. @throws `value`, `shape-mismatch`, `limit-exceeded` */
export function buildNodes(builder: Builder, to: number): void {
  const { model, built } = builder
  for (let at = built.length; at <= to; at++) {
    const { syntax, parts } = model.nodes[at]
    const operands = parts.map(part => built[part])
    built.push(located(syntax.span, () => buildNode(builder, model.nodes[at], operands, at)))
  }
}

/** The shape of a node, all of whose dimensions are known by now. */
function shapeOf({ solver, shapes }: Model, at: number): Shape {
  return { rows: solver.known(shapes[at].rows)!, cols: solver.known(shapes[at].cols)! }
}

function buildNode(builder: Builder, node: Ordered, operands: readonly Expression[], at: number): Expression {
  const { store, model } = builder
  const { syntax, binder } = node
  switch (syntax.kind) {
    case 'number':
      return number(store, syntax.value)
    case 'norm':
      return store.apply(operatorNamed(model.scope, 'norm2', syntax.span), operands)
    case 'name':
      if (binder !== undefined) return buildIndex(builder, binder)
      if (isSize(model, syntax.name)) return size(store, syntax.name)
      return builder.names.get(syntax.name) ?? eye(store, shapeOf(model, at).rows)
    case 'negation':
      return negate(store, operands[0])
    case 'transpose':
      return transpose(store, operands[0])
    case 'sum':
      return sum(
        store,
        syntax.terms.map(({ negative }, i) => (negative ? negate(store, operands[i]) : operands[i])),
      )
    case 'product':
      return buildFactors(builder, syntax, operands)
    case 'power':
      if (operands.length === 1) return transpose(store, operands[0])
      return syntax.entrywise
        ? buildEntrywisePower(builder, operands[0], operands[1], syntax)
        : buildPower(builder, operands[0], operands[1], syntax)
    case 'call':
      return buildCall(builder, syntax, operands, at)
    case 'jacobian':
      return store.apply(derivativeOperator(model, syntax), operands)
    case 'series':
      return buildSeries(builder, syntax, node.depth!, operands)
    case 'members':
      return builder.names.get(syntax.name)!
    case 'element':
      return buildMember(builder, syntax, operands[0])
  }
}

function buildCall(
  { store, model }: Builder,
  call: Syntax & { kind: 'call' },
  operands: readonly Expression[],
  at: number,
): Expression {
  const meaning = meaningOf(model, call)
  if (meaning.kind === 'operator') return store.apply(meaning.operator, operands)
  const shape = shapeOf(model, at)
  if (meaning.kind === 'filled')
    return isNumber(operands[0], one) ? ones(store, shape) : fill(store, operands[0], shape)
  if (call.name === 'eye') return eye(store, shape.rows)
  if (call.name === 'zeros') return zeros(store, shape)
  if (call.name === 'ones') return ones(store, shape)
  const sizes = sizesOf(call)
  const operator: Operator = operatorNamed(model.scope, call.name, call.nameSpan)
  return store.apply(operator, [], { key: `${sizes.rows},${sizes.cols}`, shape: sizes })
}
