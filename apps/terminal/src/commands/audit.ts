import { jsonFault } from '@matrix-derive/project'
import { audit, type ReadRow, readRow } from '@matrix-derive/request/audit'
import { colours } from '../colours.ts'
import type { Arguments } from '../command-line.ts'
import { openFile } from '../files.ts'
import { Exit, type Host } from '../host.ts'
import { linesIn, type TextLine } from '../lines.ts'
import { layoutOf, workplace } from '../settings.ts'
import { auditLines } from '../views/audit.ts'

/** Characters of one row: far more than a formula. */
const longestRow = 1_000_000

/** `audit FILE`: what a table of formulas is worth. Ends with 1 unless every row is right. */
export async function auditFile(args: Arguments, host: Host): Promise<number> {
  const { registry, project, options } = await workplace(host)
  const layout = layoutOf(args, registry) ?? project.layout
  const rows: ReadRow[] = []
  for await (const line of linesIn(await openFile(args.operands[0], host), longestRow)) {
    if (line.text.trim() !== '') rows.push(await rowOf(line, project.variables))
  }
  const audited = await audit(rows, { ...options, layout })
  const text =
    args.one('format') === 'json'
      ? JSON.stringify(audited, undefined, 2)
      : auditLines(audited, colours(host.stdout, host.env)).join('\n')
  host.stdout.write(`${text}\n`)
  return audited.rows.every(row => 'verdict' in row && row.verdict === 'equal') ? Exit.done : Exit.failed
}

async function rowOf(
  { number, text, tooLong }: TextLine,
  variables: Readonly<Record<string, string>>,
): Promise<ReadRow> {
  if (tooLong) {
    const message = `Expected at most ${longestRow} characters in a line.`
    return { id: number, error: { code: 'limit-exceeded', message } }
  }
  try {
    return readRow(withVariables(JSON.parse(text), variables), number)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    const { column, received } = await jsonFault(text)
    const message = `Expected a row as JSON, received ${received} in column ${column}.`
    return { id: number, error: { code: 'value', message } }
  }
}

/** What the project declares holds for rows that do not say otherwise. */
function withVariables(data: unknown, variables: Readonly<Record<string, string>>): unknown {
  if (typeof data !== 'object' || data === null || Object.keys(variables).length === 0) return data
  const own = (data as { variables?: unknown }).variables
  if (own !== undefined && (typeof own !== 'object' || own === null)) return data
  return { ...data, variables: { ...variables, ...own } }
}
