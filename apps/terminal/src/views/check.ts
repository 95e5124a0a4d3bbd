import type { CheckSuccess, CheckVerdict, ShapeText } from '@matrix-derive/request'
import type { Colours } from '../colours.ts'

/** ✓ for what is right, ✗ for what is not; what is between them says so in words. */
export function verdictMark(verdict: CheckVerdict): string {
  return verdict === 'equal' ? '✓' : '✗'
}

/** A judged claim: in full where it is alone, in a few words as one line of many. */
export function checkLines(judged: CheckSuccess, line: number, { strong, quiet, bad }: Colours): string[] {
  const { verdict, detail, claim, claimShape, expected, layout, basis, assumptions, notes } = judged
  const paint = verdict === 'equal' ? strong : bad
  const headline = `${verdictMark(verdict)} ${paint(verdict)}`
  if (line > 0) {
    return [`${headline}  line ${line}: ${claim.trim()}`, ...(verdict === 'equal' ? [] : [`    ${detail}`])]
  }
  return [
    `${headline}: ${detail}`,
    '',
    `claim     ${claim.trim()}${claimShape === undefined ? '' : `   ${quiet(shape(claimShape))}`}`,
    `expected  ${expected.text}   ${quiet(`${shape(expected.shape)}, ${layout} layout`)}`,
    quiet(basis === 'exact' ? 'found exactly' : 'found in floating point'),
    ...(assumptions.length > 0 ? [quiet(`${assumptions.join(', ')}   (inferred)`)] : []),
    ...notes.map(note => `note: ${note}`),
  ]
}

function shape([rows, cols]: ShapeText): string {
  return `${rows}×${cols}`
}
