import { dependsOnLayout } from '@matrix-derive/core'
import type { Solution, Writing } from '@matrix-derive/request'
import {
  definitionText,
  formulasOf,
  identitiesOf,
  intermediatesOf,
  linesOf,
  namesUsed,
  notesOn,
  partsOf,
  reasonOf,
  sourcesOf,
  writingOf,
} from '@matrix-derive/request'
import { numberEntries, show } from './numbers.ts'
import { nameAndVersion } from './text.ts'
import type { Render, View } from './view.ts'

/** The derivation as a Markdown document with mathematics between dollar signs, as GitHub and others set it. */
export const renderMarkdown: Render = view => {
  const { solution, steps, numbers } = view
  const writing = writingOf(solution, 'latex')
  const parts = [
    heading(solution, writing),
    ...(steps ? [table(solution, writing)] : []),
    ...results(solution, writing),
  ]
  if (numbers !== undefined) {
    for (const { left, rows } of numberEntries(solution, numbers, writing)) {
      const body = rows.map(row => row.map(show).join(' & ')).join(' \\\\ ')
      parts.push(display(`${left} = \\begin{pmatrix} ${body} \\end{pmatrix}`))
    }
  }
  return `${[...parts, ...remarks(view, writing)].join('\n\n')}\n`
}

const display = (formula: string): string => `$$\n${formula}\n$$`

function heading(solution: Solution, writing: Writing): string {
  const { program, derivation } = solution
  const call = writing.call(derivation.variables)
  const definitions = program.definitions.map(({ expression }) => display(definitionText(expression, writing)))
  return [
    ...definitions,
    display(`${call} = ${writing.expression(program.expression)}`),
    `with ${kinds(solution)}`,
  ].join('\n\n')
}

/** The names and kinds, as code where they are input. */
function kinds(solution: Solution): string {
  return namesUsed(solution)
    .map(({ name, declaration, inferred }) => `\`${name}: ${declaration}\`${inferred ? ' (inferred)' : ''}`)
    .join(', ')
}

/** A bar ends a cell, also inside of dollars. */
const cell = (formula: string): string => `$${formula.replaceAll('\\|', '\\Vert ').replaceAll('|', '\\vert ')}$`

function table(solution: Solution, writing: Writing): string {
  const sources = sourcesOf(identitiesOf(solution.derivation))
  const rows = ['| | | identity | reason |', '| ---: | :--- | :--- | :--- |']
  for (const line of linesOf(solution.derivation)) {
    const left = line.opens && !line.partial ? cell(writing.left(line.left)) : ''
    const right = line.partial ? writing.partOfLine(line.right) : writing.expression(line.right)
    const equation = cell(line.partial && line.opens ? right : `= ${right}`)
    const identity = line.identity ? `\`${nameAndVersion(line.identity)}\`` : ''
    const named = line.introduces.map(name => `with ${cell(definitionText(name, writing))}`)
    const reason = line.identity && escaped(reasonOf(sources, line.identity))
    rows.push(`| ${left} | ${equation} | ${identity} | ${[reason, ...named].filter(Boolean).join(', ')} |`)
  }
  return rows.join('\n')
}

function escaped(text: string): string {
  return text.replace(/[\\|*_`<>[\]$]/g, '\\$&')
}

function results(solution: Solution, writing: Writing): string[] {
  const { answers, layout } = solution.derivation
  return answers.flatMap(answer => {
    const { by, expression, map } = answer
    const left = writing.left({ kind: 'derivative', by })
    const where = intermediatesOf(formulasOf(answer)).map(name => `where $${definitionText(name, writing)}$`)
    const shape = `$${writing.shape(expression.shape)}$`
    const note = dependsOnLayout(by) ? `${layout.name} layout, ${shape}` : `${shape} in every layout`
    const linear = map ? [`as a linear map: $${writing.mapsTo(by[0], map)}$`] : []
    return [display(`${left} = ${writing.expression(expression)}`), ...where, note, ...linear]
  })
}

function remarks({ solution, steps }: View, writing: Writing): string[] {
  const { derivation } = solution
  const conditions = derivation.conditions.map(condition => {
    const { subject, predicate } = partsOf(condition, writing)
    return `$${subject}$ ${predicate}`
  })
  const footer = steps ? sourcesOf(identitiesOf(derivation)).footer : []
  return [
    ...(conditions.length > 0 ? [`Provided that ${conditions.join(', ')}.`] : []),
    ...notesOn(solution).map(note => `Note: ${escaped(note)}`),
    ...(footer.length > 0
      ? [footer.map(({ mark, source }) => `- ${escaped(mark)} ${escaped(source)}`).join('\n')]
      : []),
  ]
}
