import type { DerivationProof } from '@matrix-derive/verify'
import type { AnswerVerdict } from './answer.ts'

/** ✓ proved, ≈ agrees in floating point, ? not checked. */
export const verdictMarks: Readonly<Record<AnswerVerdict, string>> = { proved: '✓', agrees: '≈', unchecked: '?' }

/** What was proved, in one line. */
export function proofSentence(proof: DerivationProof, answers: number): string {
  const { proved, agrees, unchecked } = proof.counts
  const what = proof.steps ? 'every step' : answers === 1 ? 'the result' : 'every result'
  if (agrees + unchecked === 0) return `${verdictMarks.proved} ${what} proved${errorOf(proof)}`
  const parts = [
    ...(proved > 0 ? [`${verdictMarks.proved} ${proved} proved${errorOf(proof)}`] : []),
    ...(agrees > 0 ? [`${verdictMarks.agrees} ${agrees} ${agrees === 1 ? 'agrees' : 'agree'} numerically`] : []),
    ...(unchecked > 0 ? [`${verdictMarks.unchecked} ${unchecked} not checked (${proof.reasons.join(', ')})`] : []),
  ]
  return parts.join('; ')
}

/** The chance that something called proved is false, rounded up to a power of ten; none for what is one expression. */
export function errorOf({ errorBound }: Pick<DerivationProof, 'errorBound'>): string {
  return errorBound === 0 ? '' : `, error below ${boundText(errorBound)}`
}

/** A probability rounded up to a power of ten: `1e-12`. */
export const boundText = (error: number): string => `1e${Math.ceil(Math.log10(error))}`
