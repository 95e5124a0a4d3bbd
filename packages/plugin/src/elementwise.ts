import {
  createStore,
  type Expression,
  fail,
  fill,
  functionInfo,
  isScalar,
  isSymbol,
  jacobianOf,
  number,
  numberOf,
  type Operator,
  product,
  productOperator,
  type RewriteContext,
  type Store,
  sum,
  sumOperator,
} from '@matrix-derive/core'
import { readStatement } from '@matrix-derive/language'
import { builtInOperators, hadamard, hadamardPower, powerOperator } from '@matrix-derive/operators'

const programs = new WeakMap<Operator, Expression>()

/** The derivative that an elementwise operator states about itself, as an expression in the scalar x. */
function derivativeProgram(operator: Operator): Expression {
  const known = programs.get(operator)
  if (known !== undefined) return known
  const text = `${operator.elementwise!.derivative} -> ${operator.elementwise!.derivative}`
  const { left } = readStatement(text, { x: 'scalar' }, builtInOperators, createStore())
  programs.set(operator, left)
  return left
}

/**
 * The derivative of an elementwise application f(X) by its argument, entry by entry: of the shape of X.
 * @param application a built-in or declared elementwise function applied to X
 * @param assume is told what the derivative needs of X, say `x > 0`
 */
export function elementwiseDerivative(
  store: Store,
  application: Expression,
  assume: RewriteContext['assume'],
): Expression {
  const { operator } = application
  const [x] = application.operands
  if (functionInfo(operator) !== undefined) return store.apply(jacobianOf(operator), [x])
  const { elementwise } = operator
  if (elementwise === undefined)
    return fail('unsupported', `Expected an elementwise function, received ${operator.name}.`)
  if (elementwise.condition !== undefined) assume(elementwise.condition, x)
  const slope = liftProgram(store, derivativeProgram(operator), application)
  return isScalar(slope.shape) ? fill(store, slope, x.shape) : slope
}

/**
 * A scalar program applied entry by entry: products become Hadamard products, powers entrywise powers, and a number
 * added to a matrix becomes the matrix of equal entries. What the program says of x it now says of every entry of X.
 */
function liftProgram(store: Store, program: Expression, application: Expression): Expression {
  const [x] = application.operands
  const lift = (node: Expression): Expression => {
    if (isSymbol(node)) return x
    const value = numberOf(node)
    if (value !== undefined) return number(store, value)
    const operands = node.operands.map(lift)
    const scalars = operands.filter(operand => isScalar(operand.shape))
    const matrices = operands.filter(operand => !isScalar(operand.shape))
    if (matrices.length === 0) return store.apply(node.operator, operands, node.data)
    if (node.operator === sumOperator) {
      return sum(
        store,
        operands.map(operand => (isScalar(operand.shape) ? fill(store, operand, x.shape) : operand)),
      )
    }
    if (node.operator === productOperator) return product(store, [...scalars, hadamard(store, ...matrices)])
    if (node.operator === powerOperator) return hadamardPower(store, operands[0], operands[1])
    return store.apply(node.operator, operands, node.data)
  }
  return lift(program)
}
