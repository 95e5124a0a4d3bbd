import {
  dimension,
  dimensionNames,
  dimensionParts,
  dimensionSize,
  type Expression,
  Fact,
  type Facts,
  fail,
  has,
  isName,
  type Member,
  type Shape,
  shapeToText,
  triangularOf,
  unit,
} from '@matrix-derive/core'
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
function readMatrix(name: string, { rows }: Shape, input: unknown): number[][] {
  const read = readRows(name, input)
  const isList = Array.isArray(input) && !Array.isArray(input[0])
  return isList && rows === unit ? [read.map(([entry]) => entry)] : read
}

/** A family is the list of its members. */
function readMembers(name: string, { shape }: Member, input: unknown): number[][][] {
  if (!Array.isArray(input) || input.length === 0) {
    fail('value', `Expected ${name} as the list of its members, received ${describe(input)}.`)
  }
  return input.map((one, i) => readMatrix(`${name}[${i + 1}]`, shape, one))
}

/** The value of a family: the matrix of its members. */
function together(name: string, { shape }: Member, members: readonly number[][][]): number[][] {
  const [{ length }] = members
  const other = members.findIndex(member => member.length !== length)
  if (other > 0) {
    fail(
      'value',
      `Expected ${name}[${other + 1}] with ${length} rows like ${name}[1], received ${members[other].length}.`,
    )
  }
  return shape.rows === unit ? members.flat() : members[0].map((_, row) => members.flatMap(member => member[row]))
}

/** What is left of a dimension once the known names are replaced by numbers. */
function reduce(dim: string, sizes: ReadonlyMap<string, number>): { factor: number; names: string[] } {
  const { factor, names } = dimensionParts(dim)
  const isOpen = (name: string) => dimensionNames(name).some(part => !sizes.has(part))
  const size = (name: string) => dimensionSize(name, part => sizes.get(part)!)
  const known = names.filter(name => !isOpen(name))
  return { factor: known.reduce((product, name) => product * size(name), factor), names: names.filter(isOpen) }
}

/** Plain names first, so that a product such as m*n is solved once its other names are known. */
function plainFirst<T extends { readonly dim: string }>(open: readonly T[]): T[] {
  const counted = open.map(each => ({ each, count: dimensionParts(each.dim).names.length }))
  return counted.sort((a, b) => a.count - b.count).map(({ each }) => each)
}

/** The name that a dimension is about, and its size; undefined for what is no triangular number. */
function sideOf(dimension: string, size: number): readonly [name: string, size: number | undefined] {
  const side = triangularOf(dimension)
  if (side === undefined) return [dimension, size]
  const root = (Math.sqrt(8 * size + 1) - 1) / 2
  return [side, Number.isInteger(root) && isName(side) ? root : undefined]
}

/**
 * Reads one matrix for every symbol, and a list of them for every family, and works out the sizes of the dimensions.
 * A scalar may be a plain number, a vector a plain list; everything else comes as rows. A dimension that no symbol has
 * may be given itself.
 * @throws `value` for whatever is missing or does not fit, saying which name and what was expected
 */
export function assignValues(symbols: readonly Expression[], input: Readonly<Record<string, unknown>>): Assignment {
  const values = new Map<string, Rows>()
  const structured: [called: string, facts: Facts, rows: Rows][] = []
  const sizes = new Map<string, number>()
  const from = new Map<string, string>()
  const open: { name: string; dim: string; actual: number; side: string }[] = []
  const fit = (name: string, shape: Shape, rows: Rows) => {
    open.push({ name, dim: shape.rows, actual: rows.length, side: 'rows' })
    open.push({ name, dim: shape.cols, actual: rows[0].length, side: 'columns' })
  }
  for (const symbol of symbols) {
    const name = symbol.data!.name!
    const member = symbol.data!.member
    const expected = member ? `${member.count} times ${shapeToText(member.shape)}` : shapeToText(symbol.shape)
    if (!Object.hasOwn(input, name)) fail('value', `Expected a value for ${name} (${expected}).`)
    if (member === undefined) {
      const rows = readMatrix(name, symbol.shape, input[name])
      values.set(name, rows)
      structured.push([name, symbol.facts, rows])
      fit(name, symbol.shape, rows)
    } else {
      const members = readMembers(name, member, input[name])
      values.set(name, together(name, member, members))
      for (const [i, rows] of members.entries()) {
        structured.push([`${name}[${i + 1}]`, member.facts, rows])
        fit(`${name}[${i + 1}]`, member.shape, rows)
      }
      open.push({ name, dim: member.count, actual: members.length, side: 'members' })
    }
  }

  for (const { name, dim, actual, side } of plainFirst(open)) {
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
      const [known, size] = sideOf(names[0], actual / factor)
      if (size === undefined) fail('value', `Expected ${name} with ${dim} ${side}, received ${actual}.`)
      sizes.set(known, size)
      from.set(known, name)
    }
    if (names.length > 1) {
      fail('value', `Expected a value that tells ${dimension(1, names)} apart; ${name} has ${actual} ${side}.`)
    }
  }
  for (const [called, facts, rows] of structured) checkStructure(called, facts, rows)
  // What is declared as an integer may be a size as well.
  const isOther = new Set(symbols.filter(({ facts }) => !has(facts, Fact.integer)).map(({ data }) => data!.name!))
  // The n of ones(n)'*ones(n) is the size of no matrix; it may be given like a scalar, and never wins over one.
  for (const [name, size] of Object.entries(input)) {
    if (!isOther.has(name) && !sizes.has(name) && Number.isSafeInteger(size) && (size as number) > 0) {
      sizes.set(name, size as number)
    }
  }
  return { values, sizes }
}
