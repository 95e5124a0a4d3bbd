import {
  type Block,
  type Condition,
  type Derivation,
  type Expression,
  type Identity,
  type IdentityReference,
  type Left,
  reachable,
  type Step,
  throughNames,
} from '@matrix-derive/core'

/** One line of an argument: its right side is equal to that of the line above, by an identity. */
export interface Line {
  readonly left: Left
  /** Whether a chain of equations starts here, so that the left side is written. */
  readonly opens: boolean
  /** Whether the block of lines about one left side starts here. */
  readonly first: boolean
  readonly right: Expression
  /** Whether the right side is only those terms of the line that change. */
  readonly partial: boolean
  readonly identity?: Identity
  readonly conditions: readonly Condition[]
  /** The intermediates that this line introduces. */
  readonly introduces: readonly Expression[]
  /** What of the derivation the line shows; absent where a line is only written once more. */
  readonly part?: Step | Block
}

const nothing: readonly never[] = []
const none = { conditions: nothing, introduces: nothing }

/** The lines of a derivation from the first to the last, made one at a time so that only what is shown is written. */
export function* linesOf({ blocks }: Derivation): Generator<Line, void> {
  for (const block of blocks) {
    const { left, start, by, steps } = block
    let right = start
    let partial = false
    // A term is its own left side, and need not be written twice.
    let isWritten = left.kind === 'differential' && left.form === 'term' && steps.length > 0 && !steps[0].partial
    if (!isWritten)
      yield { left, opens: true, first: true, right, partial, ...none, part: block, ...(by && { identity: by }) }
    for (const step of steps) {
      if (step.before !== right || step.partial !== partial) {
        yield { left, opens: true, first: false, right: step.before, partial: step.partial, ...none }
      }
      right = step.after
      partial = step.partial
      const { identity, conditions, introduces = nothing } = step
      yield { left, opens: isWritten, first: isWritten, right, partial, identity, conditions, introduces, part: step }
      isWritten = false
    }
  }
}

/** Every identity that a derivation uses, in the order of first use. */
export function identitiesOf({ blocks }: Derivation): Identity[] {
  const used = new Set<Identity>()
  for (const { by, steps } of blocks) {
    if (by !== undefined) used.add(by)
    for (const { identity } of steps) used.add(identity)
  }
  return [...used]
}

/** The packages of the operators in a derivation that are not built in. */
export function packagesOf({ blocks, expression }: Derivation): IdentityReference[] {
  const lines = blocks.flatMap(({ start, steps }) => [start, ...steps.map(({ after }) => after)])
  const packages = new Map<string, IdentityReference>()
  for (const { operator } of reachable([expression, ...lines], throughNames)) {
    if (operator.origin !== undefined) packages.set(operator.origin.name, operator.origin)
  }
  return [...packages.values()]
}
