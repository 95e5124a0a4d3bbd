import type { Expression } from '../expression/expression.ts'
import type { Condition, Identity, Phase } from '../identity/identity.ts'

/** One use of one identity: it turned `from` into `to`, and with that the line `before` into `after`. */
export interface Step {
  readonly identity: Identity
  readonly before: Expression
  readonly after: Expression
  /** What changed, wherever it occurs in the line. Usually one; more when one identity was used at several places. */
  readonly from: readonly Expression[]
  readonly to: readonly Expression[]
  /** Whether before and after are only the changed terms of a line that has too many to write out. */
  readonly partial: boolean
  readonly conditions: readonly Condition[]
  /** The intermediates that this step names, those that others use first. */
  readonly introduces?: readonly Expression[]
}

/** ∇f: a derivative, put into the form of which the next derivative is taken. */
export interface Gradient {
  readonly kind: 'gradient'
  /** What was derived by so far. */
  readonly by: readonly Expression[]
  /** A derivative by a scalar stays as it is; any other is transposed into a column, or transposed and stacked. */
  readonly form: 'same' | 'transposed' | 'stacked'
}

/** What stands left of the equals signs of a block. */
export type Left =
  /**
   * df (of: undefined), or the differential of an intermediate. `vec`: stacked, for a matrix-valued f. `term`: one of the
   * terms of a sum, for any index.
   */
  | {
      readonly kind: 'differential'
      readonly of: Expression | undefined
      /** Of what instead of f, when a further derivative is taken. */
      readonly gradient?: Gradient
      readonly form: 'plain' | 'vec' | 'transposed' | 'term'
      /** The variables that move. */
      readonly variables: readonly Expression[]
    }
  | Gradient
  /** ∂f/∂X, or ∂²f/∂x∂y' by x and then by y. */
  | { readonly kind: 'derivative'; readonly by: readonly Expression[] }
  /** The name of an intermediate. */
  | { readonly kind: 'definition'; readonly name: Expression }

/** A chain of equations: left = start = the first step's `after` = the next one's ... */
export interface Block {
  readonly left: Left
  readonly start: Expression
  /** The identity by which the block starts: `identify` for a derivative. Absent where the start is what was asked. */
  readonly by?: Identity
  readonly steps: Step[]
  /** The right side in the end, whole even where the last steps write only the terms they change. */
  end: Expression
}

/** What only rewrites: where such steps come back to a line, nothing has come of them. */
const rewriting: ReadonlySet<Phase> = new Set(['simplify', 'definition'])

/**
 * Takes the steps out that lead from a line back to the same line, which laws do that undo each other.
 * @param from how many of the first steps stay whatever they do
 */
export function cutDetours({ start, steps }: Block, from: number): void {
  const own = steps.splice(from)
  const last = steps.at(-1)
  const lines = new Map(last?.partial ? [] : [[last?.after ?? start, from]])
  for (const step of own) {
    if (!step.identity.phases.some(phase => rewriting.has(phase))) lines.clear()
    steps.push(step)
    if (step.partial) continue
    const since = lines.get(step.after)
    if (since === undefined) lines.set(step.after, steps.length)
    else for (const { after } of steps.splice(since)) if (after !== step.after) lines.delete(after)
  }
}
