import type { AnswerVerdict } from '@matrix-derive/request'
import type { View } from './view.ts'

type Proof = NonNullable<View['proof']>
type Part = Parameters<Proof['of']>[0]

const marks: Readonly<Record<AnswerVerdict, string>> = { proved: '✓', agrees: '≈', unchecked: '?' }

/** The mark of a line: ✓ proved, ≈ agrees in floating point, ? not checked; nothing where nobody asked. */
export function markOf(proof: Proof | undefined, part: Part | undefined): string {
  const checked = part && proof?.of(part)
  return checked === undefined ? '' : marks[checked.verdict]
}

/** What was proved, in one line; nothing without a proof. */
export function closingLine({ proof, solution }: View): string | undefined {
  if (proof === undefined) return undefined
  const { proved, agrees, unchecked } = proof.counts
  const what = proof.steps ? 'every step' : solution.derivation.answers.length === 1 ? 'the result' : 'every result'
  if (agrees + unchecked === 0) return `${marks.proved} ${what} proved${errorOf(proof)}`
  const parts = [
    ...(proved > 0 ? [`${marks.proved} ${proved} proved${errorOf(proof)}`] : []),
    ...(agrees > 0 ? [`${marks.agrees} ${agrees} ${agrees === 1 ? 'agrees' : 'agree'} numerically`] : []),
    ...(unchecked > 0 ? [`${marks.unchecked} ${unchecked} not checked (${reasonsOf(proof)})`] : []),
  ]
  return parts.join('; ')
}

const reasonsOf = ({ reasons }: Proof): string => reasons.join(', ')

/** The chance that something called proved is false, rounded up to a power of ten; none for what is one expression. */
function errorOf({ errorBound }: Proof): string {
  return errorBound === 0 ? '' : `, error below 1e${Math.ceil(Math.log10(errorBound))}`
}
