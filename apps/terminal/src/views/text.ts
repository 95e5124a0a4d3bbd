import { type Answer, dependsOnLayout, type Expression, type Identity } from '@matrix-derive/core'
import {
  definitionText,
  formulasOf,
  identitiesOf,
  intermediatesOf,
  kindsText,
  linesOf,
  notesOn,
  reasonOf,
  type Solution,
  type Sources,
  sentenceOf,
  sourcesOf,
  type Writing,
  type WritingName,
  writingOf,
} from '@matrix-derive/request'
import { length, type Row, setColumns } from './columns.ts'
import { numberLines } from './numbers.ts'
import { closingLine, markOf } from './proof.ts'
import type { Render, View } from './view.ts'

/** The derivation for a screen, formulas in the input language or in Unicode. */
export const renderText = (language: WritingName): Render => {
  return view => {
    const writing = writingOf(view.solution, language)
    const parts = [heading(view, writing), argument(view, writing), values(view, writing), remarks(view, writing)]
    return `${parts
      .filter(lines => lines.length > 0)
      .map(lines => lines.join('\n'))
      .join('\n\n')}\n`
  }
}

/** f(X) = ..., and what its names are. */
function heading({ solution, colours, width }: View, writing: Writing): string[] {
  const { program, derivation } = solution
  const call = writing.call(derivation.variables)
  const lines = program.definitions.map(({ expression }) => definitionText(expression, writing))
  lines.push(`${call} = ${writing.expression(program.expression)}`)
  const names = kindsText(solution)
  const last = lines[lines.length - 1]
  if (length(last) + 6 + length(names) <= width) lines[lines.length - 1] = `${last}      ${colours.quiet(names)}`
  else lines.push(colours.quiet(`  ${names}`))
  return lines
}

function argument(view: View, writing: Writing): string[] {
  const { solution, steps, width, colours } = view
  const sources = sourcesOf(identitiesOf(solution.derivation))
  const rows = steps ? stepRows(view, writing, sources) : resultRows(solution, writing)
  return setColumns(rows, width, {
    equation: (text, result) => (result ? colours.strong(text) : text),
    identity: colours.name,
    reason: colours.quiet,
  })
}

function resultRows(solution: Solution, writing: Writing): Row[] {
  const { answers } = solution.derivation
  const told = definedNames(solution)
  return answers.flatMap(answer => {
    const { by, expression } = answer
    const equation = `${writing.left({ kind: 'derivative', by })} = ${writing.expression(expression)}`
    return [{ equation, result: true }, ...resultNotes(solution, writing, answer, told)]
  })
}

/** Every line, and below the last one of each derivative what there is to say about it. */
function stepRows({ solution, proof }: View, writing: Writing, sources: Sources): Row[] {
  const rows: Row[] = []
  const lines = [...linesOf(solution.derivation)]
  const { order, answers } = solution.derivation
  let shown = 0
  const told = definedNames(solution)
  let left = ''
  for (const [i, line] of lines.entries()) {
    if (line.first) left = writing.left(line.left)
    if (line.first && rows.length > 0 && rows[rows.length - 1].equation !== '') rows.push({ equation: '' })
    const right = line.partial ? writing.partOfLine(line.right) : writing.expression(line.right)
    const isLast = i + 1 === lines.length || lines[i + 1].first
    const result = isLast && line.left.kind === 'derivative' && line.left.by.length === order
    const indent = ' '.repeat(length(left))
    rows.push({
      equation: `${line.opens && !line.partial ? left : indent} ${line.partial && line.opens ? ' ' : '='} ${right}`,
      result,
      ...(line.identity && {
        by: [
          `${markOf(proof, line.part)} ${nameAndVersion(line.identity)}`.trimStart(),
          reasonOf(sources, line.identity),
        ] as const,
      }),
      notes: line.introduces.map(
        (name, i) => `${indent}   ${i === 0 ? 'with' : '    '} ${definitionText(name, writing)}`,
      ),
    })
    for (const name of line.introduces) told.add(name)
    if (result) rows.push(...resultNotes(solution, writing, answers[shown++], told))
  }
  return rows
}

/** What the reader knows from the program: its own definitions. */
function definedNames({ program }: Solution): Set<Expression> {
  return new Set(program.definitions.map(({ expression }) => expression))
}

/** Layout and shape of a result, its linear map, and what its names stand for where nobody has said so yet. */
function resultNotes({ derivation }: Solution, writing: Writing, answer: Answer, told: Set<Expression>): Row[] {
  const { by, expression, map } = answer
  const untold = intermediatesOf(formulasOf(answer), told)
  for (const name of untold) told.add(name)
  const where = untold.map(name => ({ equation: `  with ${definitionText(name, writing)}` }))
  const shape = writing.shape(expression.shape)
  const layout = dependsOnLayout(by) ? `${derivation.layout.name} layout, ${shape}` : `${shape} in every layout`
  const linear = map && `as a linear map: ${writing.mapsTo(by[0], map)}`
  return [...where, { equation: layout }, ...(linear ? [{ equation: linear }] : [])]
}

export function nameAndVersion({ name, version }: Identity): string {
  return `${name} ${version}`
}

function values({ solution, numbers }: View, writing: Writing): string[] {
  return numbers === undefined ? [] : numberLines(solution, numbers, writing)
}

/** Conditions, other readings, and the sources that the steps name. */
function remarks(view: View, writing: Writing): string[] {
  const { solution, steps, colours } = view
  const { derivation } = solution
  const closing = closingLine(view)
  const conditions = derivation.conditions.map(condition => sentenceOf(condition, writing))
  const lines = [
    ...(conditions.length > 0 ? [`provided that ${conditions.join(', ')}`] : []),
    ...notesOn(solution).map(note => `note: ${note}`),
    ...(closing === undefined ? [] : [closing]),
  ]
  if (!steps) return lines
  const { footer } = sourcesOf(identitiesOf(derivation))
  return [...lines, ...footer.map(({ mark, source }) => colours.quiet(`${mark} ${source}`))]
}
