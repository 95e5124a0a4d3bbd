/**
 * What is known of an expression besides its shape, as a set of bits: computed once, when the expression is made.
 * A missing bit means "not known", never "known to be false".
 */
export type Facts = number

export const Fact = {
  none: 0,
  symmetric: 1 << 0,
  skew: 1 << 1,
  diagonal: 1 << 2,
  orthogonal: 1 << 3,
  lower: 1 << 4,
  upper: 1 << 5,
  positiveDefinite: 1 << 6,
  integer: 1 << 7,
  /** Holds a differential d(.) somewhere below: the expression belongs to a line, not to an answer. */
  differential: 1 << 8,
  /** Every entry is 0. */
  zero: 1 << 9,
} as const

/** What a matrix can be declared to be. */
export const structures: Facts =
  Fact.symmetric | Fact.skew | Fact.diagonal | Fact.orthogonal | Fact.lower | Fact.upper | Fact.positiveDefinite

/** The names of structures as identities know them, those that follow from others after them. */
const structureNames: readonly (readonly [name: string, fact: Facts])[] = [
  ['diagonal', Fact.diagonal],
  ['symmetric', Fact.symmetric],
  ['skew', Fact.skew],
  ['lower', Fact.lower],
  ['upper', Fact.upper],
  ['orthogonal', Fact.orthogonal],
]

/** What kind of space the directions are in that keep a structure; a positive definite matrix may go any symmetric way. */
export function structureName(facts: Facts): string | undefined {
  return structureNames.find(([, fact]) => has(facts, fact))?.[0]
}

export function has(facts: Facts, fact: Facts): boolean {
  return (facts & fact) === fact
}

/** Adds what follows: a diagonal matrix is symmetric and both triangular, a positive definite one symmetric. */
export function closeFacts(facts: Facts): Facts {
  let closed = facts
  if (closed & Fact.diagonal) closed |= Fact.symmetric | Fact.lower | Fact.upper
  if (closed & Fact.positiveDefinite) closed |= Fact.symmetric
  return closed
}

/** What the transpose keeps: lower and upper trade places. */
export function transposeFacts(facts: Facts): Facts {
  const kept = facts & ~(Fact.lower | Fact.upper)
  return kept | (facts & Fact.lower ? Fact.upper : 0) | (facts & Fact.upper ? Fact.lower : 0)
}

/** What an operator without further knowledge hands on from its operands: only that a differential is below. */
export function inheritedFacts(operands: readonly { readonly facts: Facts }[]): Facts {
  let facts = 0
  for (const operand of operands) facts |= operand.facts & Fact.differential
  return facts
}
