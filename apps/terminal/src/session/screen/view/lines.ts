import type { Span } from '@matrix-derive/exploration'
import type { LineRow, Mark, Sheet } from '../../scene.ts'
import { fit, type Painted, widthOf, wrapped } from '../cells.ts'
import type { Screen } from '../state.ts'
import type { Look } from '../theme.ts'
import { blank, formula, piece, type Row } from './row.ts'

const gutter = 2
const equals = ' = '
/** From this width on the reason stands beside the law. */
const wide = 116
const longestLaw = 34

const markLooks: Readonly<Record<Mark, Look>> = { '✓': 'good', '≈': 'good', '?': 'quiet', '✗': 'bad', '·': 'quiet' }

/** The lines of a derivation, one equation below the other. */
export function lineRows(sheet: Sheet, screen: Screen, width: number): Row[] {
  const columns = columnsOf(sheet, width)
  return sheet.rows.flatMap(line => {
    const isCursor = line.number === sheet.cursor
    const rows: Row[] = line.opens ? [blank] : []
    rows.push(isCursor ? cursorRow(line, sheet, screen, columns) : plainRow(line, columns))
    for (const note of line.notes) {
      rows.push([
        piece(' '.repeat(columns.indent + gutter + equals.length)),
        ...formula(note, [], 0, width - columns.indent - 5, 'quiet'),
      ])
    }
    if (isCursor && screen.unfolded) {
      for (const text of sheet.unfolded) {
        for (const [i, part] of wrapped(text, width - 8).entries()) {
          rows.push([piece('    │ ', 'quiet'), piece(i === 0 ? part : `        ${part}`)])
        }
      }
    }
    return rows
  })
}

interface Columns {
  readonly indent: number
  readonly equation: number
  readonly law: number
  readonly reason: number
  readonly width: number
}

function columnsOf({ rows, indent }: Sheet, width: number): Columns {
  const law = Math.min(longestLaw, Math.max(0, ...rows.map(row => widthOf(row.law))))
  const left = gutter + indent + equals.length
  const reason = width >= wide ? Math.min(44, Math.max(0, ...rows.map(row => widthOf(row.reason)))) : 0
  const right = law === 0 ? 0 : 2 + 2 + law + (reason > 0 ? 2 + reason : 0)
  return { indent, equation: Math.max(10, width - left - right), law, reason, width }
}

function plainRow(line: LineRow, columns: Columns): Row {
  const painted = paint([['changing', line.changing]])
  const right = formula(line.right, painted, 0, columns.equation, ...(line.isAnswer ? (['answer'] as const) : []))
  return [piece('  '), ...equation(line, columns), ...right, ...reasons(line, columns, right)]
}

/** The line at the cursor has all the room there is; what its law is, the status says as well. */
function cursorRow(line: LineRow, sheet: Sheet, screen: Screen, columns: Columns): Row {
  const isExploring = screen.mode === 'explore'
  const painted = paint([['changed', line.changed], ...(isExploring ? ([['chosen', line.chosen]] as const) : [])])
  const isLong = widthOf(line.right) > columns.equation
  const room = isLong ? columns.width - gutter - columns.indent - equals.length : columns.equation
  const from = isExploring ? inSight(line.chosen[0], room, screen.offset) : screen.offset
  const looks: Look[] = line.isAnswer ? ['answer'] : sheet.depth === 0 && isExploring ? [] : ['cursor']
  const right = formula(line.right, painted, from, room, ...looks)
  return [piece('❯ ', 'key'), ...equation(line, columns), ...right, ...(isLong ? [] : reasons(line, columns, right))]
}

/** Far enough to the right that the chosen part is in sight. */
function inSight(span: Span | undefined, room: number, offset: number): number {
  if (span === undefined) return offset
  return Math.max(offset, Math.min(span[0] - 2, span[1] - room + 4))
}

function equation(line: LineRow, { indent }: Columns): Row {
  const sign = line.partial && line.left === '' ? '   ' : equals
  return [piece(fit(line.left, indent), 'cursor'), piece(sign, 'quiet')]
}

function reasons(line: LineRow, columns: Columns, right: Row): Row {
  if (line.law === '') return []
  const used = right.reduce((total, { text }) => total + widthOf(text), 0)
  const row: Row = [
    piece(' '.repeat(Math.max(0, columns.equation - used) + 2)),
    piece(`${line.mark} `, markLooks[line.mark]),
    piece(fit(line.law, columns.law), 'law'),
  ]
  return columns.reason === 0 ? row : [...row, piece(`  ${fit(line.reason, columns.reason)}`, 'quiet')]
}

function paint(parts: readonly (readonly [Look, readonly Span[]])[]): Painted<Look>[] {
  return parts.flatMap(([look, spans]) => spans.map(span => ({ look, span })))
}
