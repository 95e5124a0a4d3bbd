import { latexText, mathml } from '@matrix-derive/notation'
import { type Solution, writingOf } from '@matrix-derive/request'
import { type Line, writtenLines } from './lines.ts'

/** What of a derivation is wanted: every line, or the derivatives alone. */
export type Extent = 'derivation' | 'result'

/** Puts a text on the clipboard; false where the page may not. */
export async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

const linesIn = (solution: Solution, language: Parameters<typeof writingOf>[1], extent: Extent): Line[] => [
  ...writtenLines(solution, writingOf(solution, language), extent === 'derivation'),
]

/** An `align*` environment for an article with amsmath. */
export function latexOf(solution: Solution, extent: Extent): string {
  const rows = linesIn(solution, 'latex', extent).flatMap(({ left, equals, right, reason, where, map }) => [
    `${left} ${equals ? '&=' : '&\\phantom{{}={}}'} ${right}${reason === undefined ? '' : ` && \\text{${latexText(reason)}}`}`.trim(),
    ...where.map(definition => `&\\quad\\text{with } ${definition}`),
    ...(map ? [`&\\quad\\text{as a linear map: } ${map}`] : []),
  ])
  return `\\begin{align*}\n${rows.join(' \\\\\n')}\n\\end{align*}`
}

/** Lines of Unicode, each with its identity. */
export function plainTextOf(solution: Solution, extent: Extent): string {
  const rows = linesIn(solution, 'unicode', extent)
  const width = Math.max(...rows.map(({ left }) => left.length))
  return rows
    .flatMap(({ left, equals, right, identity, first, where, map }, i) => [
      ...(first && i > 0 ? [''] : []),
      `${left.padEnd(width)} ${equals ? '=' : ' '} ${right}${identity ? `    (${identity.name} ${identity.version})` : ''}`,
      ...where.map(definition => `${' '.repeat(width)}   with ${definition}`),
      ...(map ? [`${' '.repeat(width)}   as a linear map: ${map}`] : []),
    ])
    .join('\n')
}

const cell = (content: string, alignment: 'right' | 'left'): string =>
  `<mtd style="text-align: ${alignment}">${content}</mtd>`

/** One `math` element: a row for each line, the equals signs below each other. */
export function mathmlOf(solution: Solution, extent: Extent): string {
  const sign = mathml.element('mo', '=')
  const rows = linesIn(solution, 'mathml', extent).map(({ left, equals, right, reason }) => {
    const why = reason === undefined ? '' : cell(mathml.element('mtext', reason), 'left')
    return `<mtr>${cell(left, 'right')}${cell(`<mrow>${equals ? sign : ''}${right}</mrow>`, 'left')}${why}</mtr>`
  })
  const table = `<mtable displaystyle="true">${rows.join('')}</mtable>`
  return `<math xmlns="http://www.w3.org/1998/Math/MathML" display="block">${table}</math>`.replace(
    / data-id="\d+"/g,
    '',
  )
}
