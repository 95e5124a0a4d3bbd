import type { Registry } from '@matrix-derive/core'
import type { SolvingOptions } from '../solution.ts'
import { type AuditedRow, auditRow, isJudged, type ReadRow } from './audit-row.ts'

export { isJudged, type ReadRow, readRow } from './audit-row.ts'

type Id = string | number

/** What a table of formulas turns out to be. */
export interface Audit {
  /** The layout that the table follows, or that it was said to follow. */
  readonly layout: string
  /** The layouts that no row breaks; empty where the table mixes layouts. */
  readonly consistent: readonly string[]
  /** For each layout, the rows that are right in it. */
  readonly byLayout: Readonly<Record<string, readonly Id[]>>
  /** Rows that are right in another layout only. */
  readonly breaking: readonly Id[]
  /** Rows that are right in no layout, whatever is supposed: `wrong`, `scaled`, `transposed`. */
  readonly wrong: readonly Id[]
  /** Rows that are right under a condition which they do not state, or by a convention. */
  readonly conditional: readonly Id[]
  readonly unreadable: readonly Id[]
  readonly rows: readonly AuditedRow[]
}

export interface AuditOptions extends SolvingOptions {
  /** The layout that the table is said to follow; found out where absent. */
  readonly layout?: string | undefined
}

/** The order in which layouts are preferred that fit equally many rows: those in common use first. */
const preferred = ['numerator', 'denominator', 'mixed']

/** Judges every row of a table, first to see which layout the table follows, then by that layout. */
export async function audit(rows: readonly ReadRow[], options: AuditOptions): Promise<Audit> {
  const names = layoutNames(options.registry)
  const first: AuditedRow[] = []
  for (const row of rows) first.push(await auditRow(row, options.layout ?? names[0], options))
  const layout = options.layout ?? followed(rows, first, names)
  const judged: AuditedRow[] = []
  for (const [i, row] of rows.entries()) {
    const known = first[i]
    const again = isJudged(known) && known.layout !== layout && row.row?.layout === undefined
    judged.push(again ? await auditRow(row, layout, options) : known)
  }
  const having = (...verdicts: readonly string[]) =>
    judged.filter(row => isJudged(row) && verdicts.includes(row.verdict)).map(({ id }) => id)
  const fits = (name: string) => judged.filter(row => layoutsOf(row)?.includes(name)).map(({ id }) => id)
  const isBroken = (name: string) => judged.some(row => layoutsOf(row)?.includes(name) === false)
  return {
    layout,
    consistent: names.filter(name => !isBroken(name)),
    byLayout: Object.fromEntries(names.map(name => [name, fits(name)])),
    breaking: having('other-layout'),
    wrong: having('wrong', 'scaled', 'transposed'),
    conditional: having('conditional', 'other-convention'),
    unreadable: judged.filter(row => !isJudged(row)).map(({ id }) => id),
    rows: judged,
  }
}

function layoutNames({ layouts }: Registry): string[] {
  const rank = (name: string) => (preferred.includes(name) ? preferred.indexOf(name) : preferred.length)
  return layouts.map(({ name }) => name).sort((a, b) => rank(a) - rank(b))
}

/** The layouts in which a row is right, perhaps under conditions; undefined where it tells nothing about layouts. */
function layoutsOf(row: AuditedRow): readonly string[] | undefined {
  return isJudged(row) ? row.layouts : undefined
}

/** The layout that most of the rows are in which leave it to the table. */
function followed(rows: readonly ReadRow[], judged: readonly AuditedRow[], names: readonly string[]): string {
  const count = (name: string) =>
    judged.filter((row, i) => rows[i].row?.layout === undefined && layoutsOf(row)?.includes(name)).length
  return names.reduce((best, name) => (count(name) > count(best) ? name : best))
}
