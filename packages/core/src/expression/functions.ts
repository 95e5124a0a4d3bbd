import { fail } from '../error.ts'
import type { Dimension } from './dimension.ts'
import { inheritedFacts } from './facts.ts'
import { defineOperator, type Operator } from './operator.ts'
import { isColumn, isRow, isScalar, type Shape, sameShape, shapeSize, shapeToText } from './shape.ts'

// The functions a program declares without saying what they compute: `sigma: elementwise`, `l: function(vector(m)) -> scalar`.

/** Which declared function an operator stands for, and how often it was differentiated. */
export type FunctionInfo =
  | { readonly kind: 'elementwise'; readonly name: string; readonly order: number }
  | {
      readonly kind: 'abstract'
      readonly name: string
      /** The argument positions it was differentiated in, in turn; empty for the function itself. */
      readonly positions: readonly number[]
      readonly argumentShapes: readonly Shape[]
      readonly resultShape: Shape
    }

/** One operator object for each function: stores tell operators apart by name, rewriting by identity. */
const operators = new Map<string, Operator>()
const infos = new WeakMap<Operator, FunctionInfo>()

function remember(key: string, info: FunctionInfo, make: () => Operator): Operator {
  const known = operators.get(key)
  if (known !== undefined) return known
  const operator = make()
  operators.set(key, operator)
  infos.set(operator, info)
  return operator
}

/** The declared elementwise function of this name, differentiated `order` times: `sigma`, `sigma'`, `sigma''`. */
export function elementwiseFunction(name: string, order = 0): Operator {
  const called = name + "'".repeat(order)
  return remember(`elementwise ${called}`, { kind: 'elementwise', name, order }, () =>
    defineOperator({
      name: called,
      summary:
        order === 0 ? 'an abstract function, entry by entry' : 'the derivative of an abstract function, entry by entry',
      signature: 'matrix(m,n) -> matrix(m,n)',
      evaluate: (algebra, [x]) => algebra.abstractElementwise(called, x),
    }),
  )
}

/** The declared function of this name from the argument shapes to the result shape. */
export function abstractFunction(name: string, argumentShapes: readonly Shape[], resultShape: Shape): Operator {
  return derived(name, argumentShapes, resultShape, [])
}

/**
 * The numerator-layout Jacobian of a declared function by one of its arguments: `D(l)` of `l`, and `D(D(l))` of that.
 * Of a function of several arguments, `D(l,2)` is the Jacobian by the second. Of an elementwise function, the next derivative.
 * @throws `unsupported` for any other operator
 */
export function jacobianOf(operator: Operator, position = 0): Operator {
  const info = infos.get(operator)
  if (info === undefined)
    return fail('unsupported', `Expected a declared function in D(...), received ${operator.name}.`)
  if (info.kind === 'elementwise') return elementwiseFunction(info.name, info.order + 1)
  return derived(info.name, info.argumentShapes, info.resultShape, [...info.positions, position])
}

export function isElementwiseFunction(operator: Operator): boolean {
  return infos.get(operator)?.kind === 'elementwise'
}

/** What is known of a declared function or of its derivative; undefined for every other operator. */
export function functionInfo(operator: Operator): FunctionInfo | undefined {
  return infos.get(operator)
}

/** The shape of the derivative of something by something, numerator layout: the table of the language. */
export function jacobianShape(of: Shape, by: Shape): Shape {
  const isVector = (shape: Shape) => isScalar(shape) || isColumn(shape) || isRow(shape)
  if (isScalar(of) && !isVector(by)) return { rows: by.cols, cols: by.rows }
  if (isScalar(by) && !isVector(of)) return of
  return { rows: shapeSize(of), cols: shapeSize(by) }
}

function derived(name: string, arguments_: readonly Shape[], result: Shape, positions: readonly number[]): Operator {
  const called = positions.reduce(
    (inner, position) => (arguments_.length === 1 ? `D(${inner})` : `D(${inner},${position + 1})`),
    name,
  )
  const expected = arguments_.map(shapeToText).join(', ')
  const shape = positions.reduce((shape, position) => jacobianShape(shape, arguments_[position]), result)
  const info: FunctionInfo = { kind: 'abstract', name, positions, argumentShapes: arguments_, resultShape: result }
  return remember(`abstract ${called}: ${expected} -> ${shapeToText(result)}`, info, () =>
    defineOperator({
      name: called,
      summary: positions.length === 0 ? 'an abstract function' : 'the Jacobian of an abstract function',
      shape: operands => {
        if (operands.length !== arguments_.length) {
          fail('arity', `Expected ${arguments_.length} arguments of ${called}, received ${operands.length}.`)
        }
        if (!operands.every((operand, i) => sameShape(operand.shape, arguments_[i]))) {
          const received = operands.map(operand => shapeToText(operand.shape)).join(', ')
          fail('shape-mismatch', `Expected ${called} of ${expected}, received ${received}.`)
        }
        return shape
      },
      facts: inheritedFacts,
      evaluate: (algebra, operands, _node, size: (dimension: Dimension) => number) =>
        algebra.abstractFunction(called, operands, size(shape.rows), size(shape.cols)),
    }),
  )
}
