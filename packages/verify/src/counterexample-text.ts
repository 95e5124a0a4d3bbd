import type { Counterexample } from './counterexample.ts'

/** So many digits tell two numbers apart for a reader. */
const digits = 6

/** A counterexample in one sentence: `At A = [1 2; 0 1] it is 3 before and 4 after.` */
export function counterexampleText(
  { values, differentials, left, right }: Counterexample,
  [first, second]: readonly [string, string],
): string {
  const at = [
    ...Object.entries(values).map(([name, rows]) => `${name} = ${matrixText(rows)}`),
    ...Object.entries(differentials).map(([name, rows]) => `d(${name}) = ${matrixText(rows)}`),
  ]
  const point = at.length === 0 ? '' : `At ${at.join(', ')}: `
  return `${point}${first} ${matrixText(left)}, ${second} ${matrixText(right)}.`
}

/** `[1 2; 3 4]`, and a plain number for a scalar. */
export function matrixText(rows: readonly (readonly number[])[]): string {
  const text = rows.map(row => row.map(numberText).join(' ')).join('; ')
  return rows.length === 1 && rows[0].length === 1 ? text : `[${text}]`
}

export function numberText(value: number): string {
  return String(Number(value.toPrecision(digits)))
}
