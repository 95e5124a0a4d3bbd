import type { JudgedLine, WorkingSuccess } from '@matrix-derive/request'
import type { Colours } from '../colours.ts'

/** ✓ for what is right, ✗ for what is not, ↳ for what follows from something wrong; nothing for a definition. */
function markOf({ verdict }: JudgedLine): string {
  if (verdict === 'equal') return '✓'
  if (verdict === 'definition') return ' '
  return verdict === 'follows' ? '↳' : '✗'
}

/** The derivation as it was written, each line with its mark, and below what is wrong what that is. */
export function workingLines(judged: WorkingSuccess, text: string, { strong, quiet, bad }: Colours): string[] {
  const written = text.split(/\r?\n/)
  const width = String(written.length).length
  const rows = written.flatMap((line, i) => {
    const own = judged.lines.filter(each => each.line === i + 1)
    if (own.length === 0) return line.trim() === '' ? [] : [`  ${quiet(`${' '.repeat(width)}  ${line}`)}`]
    const worst = own.find(({ verdict }) => verdict !== 'equal' && verdict !== 'definition') ?? own[own.length - 1]
    const paint = markOf(worst) === '✗' ? bad : same
    const number = quiet(String(i + 1).padStart(width))
    const notes = own.flatMap(({ detail }) => (detail === '' ? [] : [`  ${' '.repeat(width + 4)}${detail}`]))
    return [`${paint(markOf(worst))} ${number}  ${line.trimEnd()}`, ...notes]
  })
  const { firstWrong, differential, expected, layout, assumptions, notes } = judged
  const verdict =
    firstWrong === undefined ? strong('every line is right') : bad(`line ${firstWrong} is the first that is wrong`)
  return [
    ...rows,
    '',
    verdict,
    `differential  ${differential}`,
    `derivative    ${expected.text}   ${quiet(`${expected.shape.join('×')}, ${layout} layout`)}`,
    ...(assumptions.length > 0 ? [quiet(`${assumptions.join(', ')}   (inferred)`)] : []),
    ...notes.map(note => `note: ${note}`),
  ]
}

const same = (text: string): string => text
