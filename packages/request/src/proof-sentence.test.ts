import type { DerivationProof } from '@matrix-derive/verify'
import { expect, test } from 'vitest'
import { proofSentence } from './proof-sentence.ts'

type Case = [said: string, steps: boolean, answers: number, proved: number, agrees: number, unchecked: number]

test.each<Case>([
  ['✓ every step proved, error below 1e-12', true, 1, 8, 0, 0],
  ['✓ the result proved, error below 1e-12', false, 1, 1, 0, 0],
  ['✓ every result proved, error below 1e-12', false, 2, 2, 0, 0],
  ['✓ 7 proved, error below 1e-12; ≈ 1 agrees numerically', true, 1, 7, 1, 0],
  ['≈ 2 agree numerically; ? 3 not checked (too long, no time)', true, 1, 0, 2, 3],
  ['✓ 7 proved, error below 1e-12; ? 1 not checked (too long, no time)', true, 1, 7, 0, 1],
])('%s', (said, steps, answers, proved, agrees, unchecked) => {
  const counts = { proved, agrees, unchecked }
  const proof = { steps, counts, errorBound: 3e-13, reasons: ['too long', 'no time'], of: () => undefined }
  expect(proofSentence(proof as DerivationProof, answers)).toBe(said)
})

test('what is certain has no error', () => {
  const proof = { steps: true, counts: { proved: 1, agrees: 0, unchecked: 0 }, errorBound: 0, reasons: [] }
  expect(proofSentence(proof as unknown as DerivationProof, 1)).toBe('✓ every step proved')
})
