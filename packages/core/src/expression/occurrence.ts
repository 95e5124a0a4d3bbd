import type { Expression } from './expression.ts'
import type { Operator } from './operator.ts'

// Which operators occur in an expression is kept as bits, so that a law which speaks of an operator that does not occur
// is passed over at once. More operators than bits share them, so a bit that is set says "perhaps" and one that is not
// says "no" (B. H. Bloom, Space/time trade-offs in hash coding with allowable errors, CACM 13, 1970).

const bits = new Map<string, number>()

/** The bit of an operator, by its name. */
export function bitOf(name: string): number {
  let bit = bits.get(name)
  if (bit === undefined) {
    // A shift takes its distance modulo 32.
    bit = 1 << bits.size
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
