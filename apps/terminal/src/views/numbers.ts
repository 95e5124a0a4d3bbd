import type { Numbers, Solution, Writing } from '@matrix-derive/request'

type Rows = Numbers['value']

/** What numbers are called: f, and each derivative. */
export function numberEntries(
  { derivation, functionName }: Solution,
  { value, derivatives }: Numbers,
  writing: Writing,
): { left: string; rows: Rows }[] {
  const entries = derivation.answers.map(({ by }, i) => {
    return { left: writing.left({ kind: 'derivative', by }), rows: derivatives[i] }
  })
  return [{ left: functionName, rows: value }, ...entries]
}

/** The numbers as lines of a screen: a scalar beside its name, a matrix below. */
export function numberLines(solution: Solution, numbers: Numbers, writing: Writing): string[] {
  return numberEntries(solution, numbers, writing).flatMap(({ left, rows }) => {
    if (rows.length === 1 && rows[0].length === 1) return [`${left} = ${show(rows[0][0])}`]
    return [`${left} =`, ...matrixLines(rows)]
  })
}

function matrixLines(rows: Rows): string[] {
  const texts = rows.map(row => row.map(show))
  const widths = texts[0].map((_, j) => Math.max(...texts.map(row => row[j].length)))
  return texts.map(row => `  ${row.map((text, j) => text.padStart(widths[j])).join('  ')}`)
}

/** Ten digits: more than a reader compares, less than the error of rounding. */
export function show(number: number): string {
  return String(Number(number.toPrecision(10)))
}
