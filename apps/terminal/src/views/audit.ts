import type { Audit } from '@matrix-derive/request'
import type { Colours } from '../colours.ts'
import { verdictMark } from './check.ts'

/** An audited table: what it follows, every row, and who is to blame. */
export function auditLines(audited: Audit, { strong, quiet, bad }: Colours): string[] {
  const { rows, breaking, wrong, conditional, unreadable } = audited
  const width = Math.max(0, ...rows.map(({ id }) => String(id).length))
  const lines = rows.flatMap(row => {
    const name = String(row.id).padEnd(width)
    if ('error' in row) return [`✗ ${name}  ${bad(`error (${row.error.code})`)}: ${row.error.message}`]
    const what = `${row.expression} by ${row.wrt}: ${row.claim}`
    const verdict = row.verdict === 'equal' ? strong(row.verdict) : bad(row.verdict)
    const first = `${verdictMark(row.verdict)} ${name}  ${verdict}${layoutsOf(row, audited)}  ${quiet(what)}`
    return row.verdict === 'equal' ? [first] : [first, `    ${row.detail}`]
  })
  const list = (what: string, ids: readonly (string | number)[]) =>
    ids.length === 0 ? [] : [`${what}: ${ids.join(', ')}`]
  return [
    headline(audited),
    '',
    ...lines,
    '',
    ...list('break the layout', breaking),
    ...list('wrong', wrong),
    ...list('right only under a condition or by another convention', conditional),
    ...list('not readable', unreadable),
    `${rows.length} rows, ${rows.filter(row => 'verdict' in row && row.verdict === 'equal').length} equal`,
  ]
}

/** Which layout the table is in, and whether it could be called by another name. */
function headline({ layout, consistent, byLayout, rows }: Audit): string {
  const others = consistent.filter(name => name !== layout)
  if (consistent.includes(layout)) {
    return `consistently ${layout} layout${others.length === 0 ? '' : ` (no row tells it from ${others.join(' or ')})`}`
  }
  if (others.length > 0) return `not ${layout} layout: consistently ${others.join(' or ')}`
  const counts = Object.entries(byLayout).map(([name, ids]) => `${ids.length} in ${name}`)
  return `mixes layouts: of ${rows.length} rows ${counts.join(', ')}; measured against ${layout} layout`
}

/** The layouts in which a row is right, where that is not the same for all rows. */
function layoutsOf(row: Audit['rows'][number], { consistent }: Audit): string {
  return consistent.length > 0 || !('layouts' in row) || row.layouts === undefined ? '' : ` (${row.layouts.join(', ')})`
}
