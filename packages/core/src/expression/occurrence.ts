import type { Expression } from './expression.ts'
import type { Operator } from './operator.ts'

// Which operators occur in an expression is kept as bits, so that a law which speaks of an operator that does not occur
// is passed over at once. More operators than bits share them, so a bit that is set says "perhaps" and one that is not
// says "no" (B. H. Bloom, Space/time trade-offs in hash coding with allowable errors, CACM 13, 1970).

const bits = new Map<string, number>()

/** The first operators that a program meets, as products and sums, are in nearly every expression: each has a bit of its own. */
const unshared = 12
const shared = 32 - unshared

/** The bit of an operator, by its name. */
export function bitOf(name: string): number {
  let bit = bits.get(name)
  if (bit === undefined) {
    const place = bits.size
    bit = 1 << (place < unshared ? place : unshared + ((place - unshared) % shared))
    bits.set(name, bit)
  }
  return bit
}

/** The bits of an operator and of all that occur in its operands. */
export function occurring(operator: Operator, operands: readonly Expression[]): number {
  let all = bitOf(operator.name)
  for (const operand of operands) all |= operand.occurring
  return all
}

/** Whether an operator may occur in an expression, names not looked through; false is certain. */
export function mayOccur(operator: Operator, expression: Expression): boolean {
  return (expression.occurring & bitOf(operator.name)) !== 0
}
