import { dimension, dimensionParts, type Expression, fail, shapeToText, unit } from '@matrix-derive/core'
import type { Rows } from './arithmetic.ts'
import { checkStructure } from './structure.ts'

/** The numbers of a program's symbols, and the sizes of the dimensions that follow from them. */
export interface Assignment {
  readonly values: ReadonlyMap<string, Rows>
  readonly sizes: ReadonlyMap<string, number>
}

/** Two rows of different length, an entry that is no number: everything that stops an input from being a matrix. */
function readRows(name: string, input: unknown): number[][] {
  if (typeof input === 'number') return readRows(name, [[input]])
  if (!Array.isArray(input) || input.length === 0) {
    fail('value', `Expected ${name} as a number, a list of numbers or a list of rows, received ${describe(input)}.`)
  }
  const rows: unknown[][] = input.map(row => (Array.isArray(row) ? row : [row]))
  const width = rows[0].length
  if (width === 0) fail('value', `Expected ${name} with at least one entry in every row.`)
  return rows.map((row, i) => {
    if (row.length !== width || Array.isArray(input[i]) !== Array.isArray(input[0])) {
      fail('value', `Expected ${name} with ${width} entries in every row, received ${row.length} in row ${i + 1}.`)
    }
    return row.map((entry, j) => {
      if (typeof entry === 'number' && Number.isFinite(entry)) return entry
      return fail(
        'value',
        `Expected a finite number in row ${i + 1}, column ${j + 1} of ${name}, received ${describe(entry)}.`,
      )
    })
  })
}

function describe(input: unknown): string {
  if (input === undefined) return 'nothing'
  if (typeof input === 'number') return String(input)
  const text = JSON.stringify(input) ?? typeof input
  return text.length > 40 ? `${text.slice(0, 37)}...` : text
}

/** A plain list is a column, unless the name is declared as a row. */
function orient(symbol: Expression, input: unknown, rows: number[][]): number[][] {
  const isList = Array.isArray(input) && !Array.isArray(input[0])
  return isList && symbol.shape.rows === unit ? [rows.map(([entry]) => entry)] : rows
}

/** What is left of a dimension once the known names are replaced by numbers. */
function reduce(dim: string, sizes: ReadonlyMap<string, number>): { factor: number; names: string[] } {
  const { factor, names } = dimensionParts(dim)
  const open = names.filter(name => !sizes.has(name))
  return { factor: names.reduce((product, name) => product * (sizes.get(name) ?? 1), factor), names: open }
}

/**
 * Reads one matrix for every symbol and works out the sizes of the dimensions from them.
 * A scalar may be a plain number, a vector a plain list; everything else comes as rows. A dimension that no symbol has
 * may be given itself.
 * @throws `value` for whatever is missing or does not fit, saying which name and what was expected
 */
export function assignValues(symbols: readonly Expression[], input: Readonly<Record<string, unknown>>): Assignment {
  const values = new Map<string, Rows>()
  const sizes = new Map<string, number>()
  const from = new Map<string, string>()
  const open: { symbol: Expression; dim: string; actual: number; side: string }[] = []
  for (const symbol of symbols) {
    const name = symbol.data!.name!
    if (!Object.hasOwn(input, name)) fail('value', `Expected a value for ${name} (${shapeToText(symbol.shape)}).`)
    const rows = orient(symbol, input[name], readRows(name, input[name]))
    values.set(name, rows)
    open.push({ symbol, dim: symbol.shape.rows, actual: rows.length, side: 'rows' })
    open.push({ symbol, dim: symbol.shape.cols, actual: rows[0].length, side: 'columns' })
  }

  // Plain names first, so that a product such as m*n is solved once its other names are known.
  open.sort((a, b) => dimensionParts(a.dim).names.length - dimensionParts(b.dim).names.length)
  for (const { symbol, dim, actual, side } of open) {
    const name = symbol.data!.name!
    const { factor, names } = reduce(dim, sizes)
    if (names.length === 0 && factor !== actual) {
      const why = dimensionParts(dim).names.map(known => `${known} = ${sizes.get(known)} by ${from.get(known)}`)
      fail(
        'value',
        `Expected ${name} with ${factor} ${side}, received ${actual}${why.length > 0 ? ` (${why.join(', ')})` : ''}.`,
      )
    }
    if (names.length === 1) {
      if (actual % factor !== 0)
        fail('value', `Expected ${name} with a multiple of ${factor} ${side}, received ${actual}.`)
      sizes.set(names[0], actual / factor)
      from.set(names[0], name)
    }
    if (names.length > 1) {
      fail('value', `Expected a value that tells ${dimension(1, names)} apart; ${name} has ${actual} ${side}.`)
    }
  }
  for (const symbol of symbols) checkStructure(symbol, values.get(symbol.data!.name!)!)
  // The n of ones(n)'*ones(n) is the size of no matrix; it may be given like a scalar, and never wins over one.
  for (const [name, size] of Object.entries(input)) {
    if (!values.has(name) && !sizes.has(name) && Number.isSafeInteger(size) && (size as number) > 0) {
      sizes.set(name, size as number)
    }
  }
  return { values, sizes }
}
