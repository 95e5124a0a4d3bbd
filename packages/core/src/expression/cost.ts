import type { Data, Expression } from './expression.ts'
import { Fact, has } from './facts.ts'
import type { Operator } from './operator.ts'
import { isInteger, isNegative as isNegativeNumber } from './rational.ts'
import { isScalar } from './shape.ts'

/** One character; a name counts as one, whatever its length, so that no choice depends on what things are called. */
const character = 10
/** A transpose, an inverse or an exponent is written small. */
const postfixSign = 9
/** A pair of brackets; less than two characters, so that a tie with three transposes is decided for the transposes. */
export const brackets = 18
/** A minus is a sign, but not an operator. */
const minus = 5
/** Breaks ties: -(A + B) rather than -A - B, A + A' rather than A' + A. */
const trifle = 1
/** ` + ` and ` - ` */
const termSign = 3 * character
/** `1/` and `1 ./ ` before a divisor that stands alone. */
const [one, entrywiseOne] = [2 * character, 5 * character]

/**
 * The cost of a node: the length of its text as it would be written out, in tenths of a character, operands included.
 * Simplification lowers it; it grows with the tree, not the graph, and so may become infinite, which is harmless.
 */
export function costOf(operator: Operator, operands: readonly Expression[], data: Data | undefined): number {
  if (operands.length === 0) return costOfLeaf(operator, data)
  let cost = 0
  for (const operand of operands) cost += operand.cost
  const { notation } = operator
  switch (notation.form) {
    case 'postfix':
      return cost + postfixSign + bracketsOf(operands[0])
    case 'function':
    case 'delimited':
      return cost + (operator.name.length + 2 * operands.length) * character
    case 'infix':
      return cost + costOfInfix(notation.text, operands)
    default:
      return cost + costOfOwn(operator.name, operands)
  }
}

/** A number by its digits and signs, a constant such as `eye` by what it is called. */
function costOfLeaf(operator: Operator, data: Data | undefined): number {
  if (data?.name !== undefined) return character
  if (data?.value === undefined) return operator.name.length * character
  return data.key.length * character - (isNegativeNumber(data.value) ? character - minus : 0)
}

/** Brackets inside of what binds more tightly. Those of a sum are counted with it: most sums end up so. */
function bracketsOf(operand: Expression): number {
  const { form } = operand.operator.notation
  const isOpen = operand.operands.length > 1 && !isSum(operand) && !closed.has(operand.operator.name)
  return isOpen && (form === 'infix' || form === 'own') ? brackets : 0
}

/** What has brackets of its own: sum(i in 1..N, x[i]). */
const closed: ReadonlySet<string> = new Set(['series', 'member'])

const isSum = ({ operator }: Expression): boolean => operator.name === 'plus'

/** The signs of a .* b ./ c. */
function costOfInfix(sign: string, operands: readonly Expression[]): number {
  let cost = (operands.length - 1) * (sign.length + 2) * character
  for (let i = 0; i < operands.length; i++) {
    cost += i > 0 && isDivisor(operands[i], 'hadamard-power') ? -entrywiseOne : bracketsOf(operands[i])
  }
  return cost
}

/** What the printer itself writes: sums, products, powers, d(.), constants with equal entries. */
function costOfOwn(name: string, operands: readonly Expression[]): number {
  switch (name) {
    case 'plus':
      return costOfSum(operands)
    case 'times':
      return costOfProduct(operands)
    case 'power':
      return costOfPower(operands, postfixSign, one)
    case 'hadamard-power':
      return costOfPower(operands, postfixSign + character, entrywiseOne)
    case 'd':
      return 3 * character
    case 'member':
      return 2 * character
    case 'name':
      return 3 * character
    case 'series':
      return 14 * character - (isSum(operands[2]) ? brackets : 0)
    case 'fill':
      // Equal entries, as ones(m); zeros are no more than 0.
      return operands[0].data?.key === '0' ? 0 : 5 * character
    default:
      // frechet(expm, X, E), and what else is called by its name.
      return (name.length + 2 * operands.length) * character
  }
}

/** The signs between the terms; the minus of a term is one of them, that of the first one is not. */
function costOfSum(terms: readonly Expression[]): number {
  let cost =
    (terms.length - 1) * termSign +
    brackets +
    (isNegative(terms[0]) || terms[0].operator.name === 'transpose' ? trifle : 0)
  for (let i = 1; i < terms.length; i++) if (isNegative(terms[i])) cost -= minus
  return cost
}

/** The signs between the factors. -1 in front is a mere minus, and divisors need no `1` where there is something to divide. */
function costOfProduct(factors: readonly Expression[]): number {
  let cost = (factors.length - 1) * character
  for (const { operator } of factors) if (operator.notation.form === 'infix') cost += brackets
  if (factors[0].data?.key === '-1' && factors[0].operands.length === 0) cost -= 2 * character
  let divisors = 0
  for (let i = factors.length - 1; i >= 0; i--) {
    const { shape, operator, facts } = factors[i]
    if (!isScalar(shape) || operator.name === 'times' || has(facts, Fact.differential)) continue
    if (!isDivisor(factors[i], 'power')) break
    divisors++
  }
  return cost - one * Math.min(divisors, factors.length - 1)
}

/** The sign and the brackets of base^exponent; below the line the minus of the exponent is not written, nor is 1. */
function costOfPower([base, exponent]: readonly Expression[], sign: number, unit: number): number {
  const raised = sign + bracketsOf(base)
  if (!isNegativeInteger(exponent)) return raised + (isSum(exponent) || isBare(exponent) ? 0 : brackets)
  return exponent.data!.key === '-1' ? unit + bracketsOf(base) - exponent.cost : unit + raised - minus
}

/** A name or a whole number: x^(1/2) has brackets. */
const isBare = ({ operands, data }: Expression): boolean =>
  operands.length === 0 && (data?.value === undefined || isInteger(data.value))

const isDivisor = ({ operator, operands, shape }: Expression, power: string): boolean =>
  operator.name === power && isNegativeInteger(operands[1]) && (power !== 'power' || isScalar(shape))

function isNegativeInteger({ operands, data }: Expression): boolean {
  return operands.length === 0 && data?.value !== undefined && isNegativeNumber(data.value) && isInteger(data.value)
}

/** Whether the text begins with a minus. */
function isNegative(term: Expression): boolean {
  const { data } = term.operator.name === 'times' ? term.operands[0] : term
  return data?.value !== undefined && isNegativeNumber(data.value)
}

/** The cost of an expression that stands alone, where a sum needs no brackets. */
export function costAlone(expression: Expression): number {
  return isSum(expression) ? expression.cost - brackets : expression.cost
}
