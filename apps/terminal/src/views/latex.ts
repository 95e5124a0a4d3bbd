import { dependsOnLayout } from '@matrix-derive/core'
import { latexText } from '@matrix-derive/notation'
import type { Solution, Writing } from '@matrix-derive/request'
import {
  definitionText,
  formulasOf,
  identitiesOf,
  intermediatesOf,
  kindsText,
  linesOf,
  notesOn,
  partsOf,
  reasonOf,
  sourcesOf,
  writingOf,
} from '@matrix-derive/request'
import { numberEntries, show } from './numbers.ts'
import { nameAndVersion } from './text.ts'
import type { Render, View } from './view.ts'

/** The derivation as the body of an article that uses amsmath: one align environment for each block. */
export const renderLatex: Render = view => {
  const { solution, steps, numbers } = view
  const writing = writingOf(solution, 'latex')
  const parts = [heading(solution, writing), ...(steps ? argument(solution, writing) : []), results(view, writing)]
  if (numbers !== undefined) {
    for (const { left, rows } of numberEntries(solution, numbers, writing)) {
      const body = rows.map(row => row.map(show).join(' & ')).join(' \\\\\n')
      parts.push(align([`${left} &= \\begin{pmatrix}\n${body}\n\\end{pmatrix}`]))
    }
  }
  const remarks = remarksOf(view, writing)
  return `${[...parts, ...(remarks === '' ? [] : [remarks])].join('\n\n')}\n`
}

function align(lines: readonly string[]): string {
  return `\\begin{align*}\n${lines.join(' \\\\\n')}\n\\end{align*}`
}

function heading(solution: Solution, writing: Writing): string {
  const { program, derivation } = solution
  const call = writing.call(derivation.variables)
  const equations = program.definitions.map(({ expression }) => definitionText(expression, writing))
  const lines = [...equations, `${call} = ${writing.expression(program.expression)}`].map(line =>
    line.replace(' =', ' &='),
  )
  return `${align(lines)}\n\\noindent with \\texttt{${latexText(kindsText(solution))}}.`
}

/** The blocks of the argument, each one chain of equations. */
function argument(solution: Solution, writing: Writing): string[] {
  const sources = sourcesOf(identitiesOf(solution.derivation))
  const blocks: string[][] = []
  for (const line of linesOf(solution.derivation)) {
    if (line.first) blocks.push([])
    const left = line.opens && !line.partial ? writing.left(line.left) : ''
    const sign = line.opens && line.partial ? '&\\phantom{{}={}}' : '&='
    const right = line.partial ? writing.partOfLine(line.right) : writing.expression(line.right)
    const named = line.introduces.map(name => `with $${definitionText(name, writing)}$`)
    const reason = line.identity && latexText(reasonOf(sources, line.identity))
    const text = [reason, ...named].filter(Boolean).join(', ')
    blocks[blocks.length - 1].push(`${left} ${sign} ${right}${text && ` && \\text{\\footnotesize ${text}}`}`.trim())
  }
  return blocks.map(align)
}

function results({ solution, steps }: View, writing: Writing): string {
  const { answers, layout } = solution.derivation
  const lines = answers.flatMap(answer => {
    const { by, expression, map } = answer
    const left = writing.left({ kind: 'derivative', by })
    const where = intermediatesOf(formulasOf(answer)).map(name => definitionText(name, writing).replace(' =', ' &='))
    const linear = map ? [`${writing.mapsTo(by[0], map).replace('\\mapsto', '&\\mapsto')}`] : []
    const shape = `\\quad (${writing.shape(expression.shape)})`
    return [`${left} &= ${writing.expression(expression)}${shape}`, ...where, ...linear]
  })
  const introduction = dependsOnLayout(answers[0].by) ? `In ${latexText(layout.name)} layout:` : 'In every layout:'
  return `\\noindent ${steps ? introduction.replace(/^In/, 'Hence, in') : introduction}\n${align(lines)}`
}

function remarksOf({ solution, steps }: View, writing: Writing): string {
  const { derivation } = solution
  const conditions = derivation.conditions.map(condition => {
    const { subject, predicate } = partsOf(condition, writing)
    return `$${subject}$ ${latexText(predicate)}`
  })
  const lines = notesOn(solution).map(note => `Note: ${latexText(note)}`)
  if (conditions.length > 0) lines.push(`Provided that ${conditions.join(', ')}.`)
  if (steps) {
    const identities = identitiesOf(derivation)
    const sources = sourcesOf(identities).footer.map(({ mark, source }) => latexText(`${mark} ${source}`))
    const names = identities.map(identity => `\\texttt{${latexText(nameAndVersion(identity))}}`)
    lines.push(`Sources: ${sources.join('; ')}.`, `Identities: ${names.join(', ')}.`)
  }
  return lines.map(line => `\\noindent ${line}`).join('\n\n')
}
