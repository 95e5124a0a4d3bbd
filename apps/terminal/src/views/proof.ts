import { proofSentence, verdictMarks } from '@matrix-derive/request'
import type { View } from './view.ts'

type Proof = NonNullable<View['proof']>
type Part = Parameters<Proof['of']>[0]

/** The mark of a line; nothing where nobody asked. */
export function markOf(proof: Proof | undefined, part: Part | undefined): string {
  const checked = part && proof?.of(part)
  return checked === undefined ? '' : verdictMarks[checked.verdict]
}

/** What was proved, in one line; nothing without a proof. */
export function closingLine({ proof, solution }: View): string | undefined {
  return proof && proofSentence(proof, solution.derivation.answers.length)
}
