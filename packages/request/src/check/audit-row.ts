import { type Problem, requireProblem } from '@matrix-derive/core'
import { idOf, readFields } from '../request.ts'
import type { SolvingOptions } from '../solution.ts'
import { check } from './check.ts'
import type { CheckSuccess } from './check-answer.ts'
import { type CheckRequest, checkFields } from './check-request.ts'

/** A row of a table of formulas: whose derivative by what somebody says is what. */
export type AuditRow = CheckRequest

/** What is known of a row; an error where it cannot be read. */
export type AuditedRow =
  | (Omit<CheckSuccess, 'ok' | 'id'> & { readonly id: string | number; readonly expression: string })
  | { readonly id: string | number; readonly error: Problem }

/** Whether a row has a verdict. */
export function isJudged(row: AuditedRow): row is Extract<AuditedRow, { verdict: string }> {
  return 'verdict' in row
}

/** A row that was read, or the error that keeps it from being one. */
export interface ReadRow {
  readonly id: string | number
  readonly row?: AuditRow
  readonly error?: Problem
}

/** Reads a row from data that may be anything; one without an id is called by its number. */
export function readRow(data: unknown, number: number): ReadRow {
  const { id = number } = idOf(data)
  try {
    return { id, row: readFields<AuditRow>(data, checkFields) }
  } catch (thrown) {
    return { id, error: requireProblem(thrown) }
  }
}

/** Judges a row in its own layout, or else in the given one. */
export async function auditRow(
  { id, row, error }: ReadRow,
  layout: string,
  options: SolvingOptions,
): Promise<AuditedRow> {
  if (row === undefined) return { id, error: error! }
  try {
    const { ok: _, id: __, ...judged } = await check({ ...row, layout: row.layout ?? layout }, options)
    return { id, expression: row.expression, ...judged }
  } catch (thrown) {
    return { id, error: requireProblem(thrown) }
  }
}
