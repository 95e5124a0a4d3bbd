import { type Expression, Fact, type Facts, inheritedFacts } from '@matrix-derive/core'

// How results keep the structure of their operands, in the combinations that several operators share.

export const triangular = Fact.diagonal | Fact.lower | Fact.upper

/** The structure that every operand has, out of `which`. */
export function shared(operands: readonly Expression[], which: Facts): Facts {
  return operands.reduce((facts, operand) => facts & operand.facts, which) | inheritedFacts(operands)
}

/** A facts rule: the result has what all operands have, out of `which`. */
export function keeps(which: Facts): (operands: readonly Expression[]) => Facts {
  return operands => shared(operands, which)
}

/** A facts rule for what is linear in its one operand: besides `which`, zero stays zero. */
export function keepsLinear(which: Facts = Fact.none): (operands: readonly Expression[]) => Facts {
  return keeps(which | Fact.zero)
}
