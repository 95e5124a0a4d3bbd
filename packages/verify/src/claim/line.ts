import {
  type Condition,
  type Expression,
  isSymbol,
  reachable,
  type Store,
  sameShape,
  throughNames,
} from '@matrix-derive/core'
import type { Counterexample } from '../counterexample.ts'
import { movingNames } from '../moving.ts'
import { equality } from '../prove.ts'
import { askAbout } from '../question.ts'
import type { Slices } from '../slices.ts'
import { assumptionsFor, canCompare } from './conditions.ts'
import { groundsFor } from './equality.ts'
import { findScale } from './scale.ts'
import type { ClaimCondition } from './verdict.ts'

/** What a line about a differential is, measured against that differential. */
export type LineVerdict =
  | { readonly verdict: 'equal'; readonly basis: 'exact' | 'numeric' }
  /** `by` times what it should be; see `ClaimVerdict`. */
  | { readonly verdict: 'scaled'; readonly by: string; readonly basis: 'exact' | 'numeric' }
  | {
      readonly verdict: 'conditional'
      readonly conditions: readonly ClaimCondition[]
      readonly basis: 'exact' | 'numeric'
    }
  /** Without a counterexample where the shapes are different. */
  | { readonly verdict: 'wrong'; readonly counterexample?: Counterexample }

/** What a line is measured against. */
export interface LineContext {
  readonly store: Store
  /** The names that move; d(.) of all others is 0. */
  readonly variables: readonly Expression[]
  /** What the derivation relies on. */
  readonly conditions: readonly Condition[]
}

/**
 * Whether a line is what it should be, for all values and all differentials of the variables; else under which condition it
 * would be, or where it is not.
 * @throws `unsupported` where no point is found at which both have values
 */
export function* judgeLine(
  line: Expression,
  expected: Expression,
  { store, variables, conditions }: LineContext,
): Slices<LineVerdict> {
  const names = variables.flatMap(movingNames)
  const moves = (name: string) => names.includes(name)
  if (sameShape(line.shape, expected.shape)) {
    const basis = yield* groundsFor(line, expected, { conditions }, moves)
    if (basis !== undefined) return { verdict: 'equal', basis }
    const scale = yield* findScale(store, line, expected, moves)
    if (scale !== undefined) return { verdict: 'scaled', by: scale.by, basis: scale.grounds }
  }
  const roots = [line, expected]
  const symbols = reachable(roots, throughNames).filter(isSymbol)
  // Conditions are about the constants of a formula before they are about its variables.
  const ordered = [false, true].flatMap(moving => symbols.filter(({ data }) => moves(data!.name!) === moving))
  for (const { conditions: supposed, supposing } of assumptionsFor(ordered, askAbout(roots, moves).dimensions)) {
    // Of variables that are orthogonal or skew some differentials are 0, and then anything is equal.
    const isBold = supposed.some(
      each => each.kind === 'structure' && each.structure !== 'symmetric' && moves(each.name),
    )
    if (isBold || !canCompare(line, expected, supposing)) continue
    const basis = yield* groundsFor(line, expected, supposing, moves)
    if (basis !== undefined) return { verdict: 'conditional', conditions: supposed, basis }
  }
  if (!sameShape(line.shape, expected.shape)) return { verdict: 'wrong' }
  const { counterexample } = yield* equality(line, expected, { variables: names, supposing: { conditions } })
  return { verdict: 'wrong', ...(counterexample && { counterexample }) }
}
