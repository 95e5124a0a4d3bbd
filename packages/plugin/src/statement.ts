import {
  assumptions,
  type Bindings,
  dimensionNames,
  type Expression,
  Fact,
  has,
  predicates,
  type RewriteContext,
  reachable,
  sizeOperator,
  structures,
} from '@matrix-derive/core'

/** A statement ready for matching. */
export interface CompiledStatement {
  readonly text: string
  readonly left: Expression
  readonly right: Expression
  readonly directed: boolean
  /** What the right side speaks of and matching the left one does not find, and the other way round. */
  readonly unbound: { readonly forward: readonly string[]; readonly backward: readonly string[] }
  /** The side conditions of each metavariable. */
  readonly conditions: ReadonlyMap<Expression, readonly string[]>
}

/** The metavariables of one side, and the names of the sizes that they and its constants have. */
function namesOf(side: Expression): Set<string> {
  const names = new Set<string>()
  for (const { operator, data } of reachable([side])) {
    // What an index is called says nothing, and the number that a size is is no other name.
    if (data?.name !== undefined && data.level === undefined && operator !== sizeOperator) names.add(data.name)
    if (data?.shape === undefined) continue
    for (const dimension of [data.shape.rows, data.shape.cols]) {
      for (const size of dimensionNames(dimension)) names.add(`the size ${size}`)
    }
  }
  return names
}

/** What each side speaks of and the other one lacks. */
export function unboundNames(left: Expression, right: Expression): CompiledStatement['unbound'] {
  const [ofLeft, ofRight] = [namesOf(left), namesOf(right)]
  return {
    forward: [...ofRight].filter(name => !ofLeft.has(name)),
    backward: [...ofLeft].filter(name => !ofRight.has(name)),
  }
}

/** What a kind says of a metavariable, beside its shape: `spd(n)`, `integer`. */
const kinds = structures | Fact.integer

/** Whether an expression is of the kind of a metavariable and fulfils its side conditions, as far as that can be seen. */
export function mayStandFor(
  conditions: CompiledStatement['conditions'],
  metavariable: Expression,
  value: Expression,
  context: RewriteContext,
): boolean {
  if (!has(value.facts, metavariable.facts & kinds)) return false
  return (conditions.get(metavariable) ?? []).every(word => assumptions.has(word) || predicates[word](value, context))
}

/** Assumptions are recorded once the whole match holds, not while it is being tried. */
export function recordAssumptions(
  values: Bindings['values'],
  conditions: ReadonlyMap<Expression, readonly string[]>,
  context: RewriteContext,
): void {
  for (const [metavariable, words] of conditions) {
    const value = values.get(metavariable)
    if (value === undefined) continue
    for (const word of words) if (assumptions.has(word)) context.assume(word, value)
  }
}
