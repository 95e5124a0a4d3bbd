import { viewOf } from '../../../apps/terminal/src/views/render.ts'
import type { Left } from '../../../packages/core/src/index.ts'
import { toProgram } from '../../../packages/notation/src/index.ts'
import { definitionText, identitiesOf, intermediatesOf, writingOf } from '../../../packages/request/src/index.ts'
import { table } from '../table.ts'
import { type Judged, judge } from './judge.ts'
import type { OutOfScope, Row, Table } from './rows.ts'
import { wikipedia } from './wikipedia.ts'

/** What became of a row in both layouts. */
interface Done {
  readonly row: Row
  readonly judged: readonly Judged[]
}

/** The coverage of a published table, row by row: what we derive in two layouts and whether the row says the same. */
export async function coverage(): Promise<string[]> {
  const lines: string[] = []
  const counts = { proved: 0, agrees: 0, instance: 0, outside: 0 }
  for (const part of wikipedia) {
    const done: Done[] = []
    for (const row of part.rows) {
      if ('reason' in row) continue
      done.push({ row, judged: [await judge(row, 'numerator'), await judge(row, 'denominator')] })
    }
    for (const { judged } of done) counts[verdictOf(judged)]++
    counts.instance += done.filter(({ row }) => row.instance !== undefined).length
    counts.outside += part.rows.length - done.length
    lines.push(...(await section(part, done)))
  }
  const total = counts.proved + counts.agrees + counts.outside
  const summary =
    `Of ${total} rows ${counts.proved} are proved and ${counts.agrees} agree in floating point; of these, ` +
    `${counts.instance} for one function in place of any. ${counts.outside} cannot be said in the language.`
  return ['', summary, ...lines, '']
}

const verdictOf = (judged: readonly Judged[]) =>
  judged.some(({ verdict }) => verdict === 'agrees') ? ('agrees' as const) : ('proved' as const)

async function section({ title, rows }: Table, done: readonly Done[]): Promise<string[]> {
  const outside = rows.filter((row): row is OutOfScope => 'reason' in row)
  const states = done.some(({ row }) => row.differential !== undefined)
  const head = ['row', 'program', 'by', ...(states ? ['differential'] : []), 'numerator', 'denominator', 'verdict']
  const cells = done.map(({ row, judged }) => [
    row.id,
    code(row.expression),
    code(row.wrt) + (row.order === 2 ? ', twice' : ''),
    ...(states ? [code(toProgram(judged[0].solution.derivation.differential))] : []),
    ...judged.map(resultOf),
    verdictOf(judged),
  ])
  const remarks = done.flatMap(({ row: { id, note, instance } }) =>
    [note, instance].filter(text => text !== undefined).map(text => `- ${id}: ${text}.`),
  )
  const reasons = outside.map(({ id, expression, reason }) => `- ${id}, ${code(expression)}: out of scope; ${reason}.`)
  const below = [...remarks, ...reasons]
  return [
    '',
    `## ${title}`,
    ...table(head, cells),
    ...below,
    ...(below.length > 0 ? [''] : []),
    ...(await Promise.all(done.map(argument))).flat(),
  ]
}

const code = (text: string): string => `\`${text}\``

/** The result, after the definitions that it needs. */
function resultOf({ solution }: Judged): string {
  const { answers } = solution.derivation
  const writing = writingOf(solution, 'text')
  return answers
    .map(({ by, expression }) => {
      const left: Left = { kind: 'derivative', by }
      const where = intermediatesOf(expression).map(name => definitionText(name, writing))
      const equation =
        answers.length > 1 ? `${writing.left(left)} = ${writing.expression(expression)}` : toProgram(expression)
      return [equation, ...where].map(code).join(' where ')
    })
    .join(', ')
}

const same = (text: string): string => text

/** The whole argument in both layouts, folded away. */
async function argument({ row, judged }: Done): Promise<string[]> {
  const render = await viewOf('text')
  const colours = { strong: same, quiet: same, name: same, bad: same }
  const names = [
    ...new Set(judged.flatMap(({ solution }) => identitiesOf(solution.derivation)).map(({ name }) => name)),
  ]
  const blocks = judged.map(({ solution, proof }) => render({ solution, proof, steps: true, width: 100, colours }))
  return [
    '<details>',
    `<summary>${row.id}: ${names.length} ${names.length === 1 ? 'identity' : 'identities'}</summary>`,
    '',
    ...blocks.flatMap(text => ['```text', ...text.trimEnd().split('\n'), '```', '']),
    '</details>',
  ]
}
