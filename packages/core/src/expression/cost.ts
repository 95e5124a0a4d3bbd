import type { Data, Expression } from './expression.ts'
import type { Operator } from './operator.ts'
import { isNegative } from './rational.ts'

/** One symbol or one operator sign. */
const sign = 10
/** A transpose or inverse is written small. */
const postfixSign = 9
/** A pair of brackets; less than two signs, so that a tie with three transposes is decided for the transposes. */
const brackets = 18
/** The name of a function and its brackets. */
const call = 25
/** A minus in front of a term, or inside a number. */
const minus = 5

/**
 * The cost of a node: the length of its text as it would be written out, in tenths of a character, operands included.
 * Simplification lowers it; it grows with the tree, not the graph, and so may become infinite, which is harmless.
 */
export function costOf(operator: Operator, operands: readonly Expression[], data: Data | undefined): number {
  if (operands.length === 0) return data?.value && isNegative(data.value) ? sign + minus : sign
  let cost = 0
  for (const operand of operands) cost += operand.cost
  switch (operator.notation.form) {
    case 'postfix':
      return cost + postfixSign + (isOpen(operands[0]) ? brackets : 0)
    case 'function':
    case 'delimited':
      return cost + call + (operands.length - 1) * sign
    case 'infix':
      for (const operand of operands) if (isOpen(operand)) cost += brackets
      return cost + (operands.length - 1) * sign
    default:
      return cost + costOfOwn(operator, operands)
  }
}

/** Whether brackets go around it inside something that binds more tightly. */
function isOpen(operand: Expression): boolean {
  const { form } = operand.operator.notation
  return operand.operands.length > 1 && operand.operator.name !== 'plus' && (form === 'infix' || form === 'own')
}

function costOfOwn(operator: Operator, operands: readonly Expression[]): number {
  if (operands.length === 1) return call
  // Nearly every sum ends up inside a product, so its brackets count as part of it.
  if (operator.name === 'plus') return (operands.length - 1) * sign + brackets
  let cost = (operands.length - 1) * sign
  // A leading -1 is written as a mere minus.
  const [first] = operands
  if (first.data?.key === '-1' && first.operands.length === 0) cost += minus - first.cost - sign
  return cost
}
