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
  reachable,
  type Store,
  sum,
  sumOperator,
  symbol,
} from '@matrix-derive/core'
import { builtInOperators, hadamard, hadamardPower, powerOperator } from '@matrix-derive/operators'
import { type Program, readOperatorProgram } from './program.ts'

const programs = new WeakMap<Operator, Expression>()

/** The derivative that an elementwise operator states about itself, as an expression in the scalar x. */
function derivativeProgram(operator: Operator): Expression {
  const known = programs.get(operator)
  if (known !== undefined) return known
  const { derivative, operators = [] } = operator.elementwise!
  const { expression } = readOperatorProgram(derivative, ['x'], 'scalar -> scalar', ownOperators(operator, operators))
  programs.set(operator, expression)
  return expression
}

/** A derivative may speak of the operator itself, as that of tanh does; a built-in one is known anyway. */
function ownOperators(operator: Operator, more: readonly Operator[]): Operator[] {
  return [...new Set([operator, ...more])].filter(own => !builtInOperators.includes(own))
}

/** An entrywise program in the scalar x, as a function of the matrix X. @throws what reading the program throws */
export function entrywiseProgram(text: string, operators: readonly Operator[]): Program {
  const { expression } = readOperatorProgram(text, ['x'], 'scalar -> scalar', operators)
  const stranger = reachable([expression]).find(node => !isEntrywise(node))
  if (stranger !== undefined) {
    fail('plugin', `Expected a program of one entry x, received "${text}" with "${stranger.operator.name}".`, {
      suggestion: 'Use numbers, + - * / ^ and functions that work entry by entry.',
    })
  }
  const store = createStore()
  const x = symbol(store, 'X', { rows: 'm', cols: 'n' })
  const lifted = liftProgram(store, expression, x)
  return { expression: isScalar(lifted.shape) ? fill(store, lifted, x.shape) : lifted, operands: [x] }
}

function isEntrywise(node: Expression): boolean {
  const { operator } = node
  if (operator.elementwise !== undefined || isSymbol(node) || numberOf(node) !== undefined) return true
  return operator === sumOperator || operator === productOperator || operator === powerOperator
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
  const slope = liftProgram(store, derivativeProgram(operator), x)
  return isScalar(slope.shape) ? fill(store, slope, x.shape) : slope
}

/**
 * A scalar program applied entry by entry: products become Hadamard products, powers entrywise powers, and a number
 * added to a matrix becomes the matrix of equal entries. What the program says of x it now says of every entry of X.
 */
function liftProgram(store: Store, program: Expression, x: Expression): Expression {
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
