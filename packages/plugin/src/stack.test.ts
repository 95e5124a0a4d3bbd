import { createStore, Fact, family, freshIndex, isSeries, member, series, size, symbol } from '@matrix-derive/core'
import { readProgram } from '@matrix-derive/language'
import { builtInOperators } from '@matrix-derive/operators'
import { assignValues, evaluate, floatAlgebra, type Rows } from '@matrix-derive/verify'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stackedTerm } from './stack.ts'

const declarations = {
  x: 'vector(n)[N]',
  z: 'vector(m)[N]',
  r: 'rowvector(n)[N]',
  y: 'scalar[N]',
  w: 'vector(n)',
  A: 'matrix(n)',
  B: 'matrix(m,n)',
  c: 'scalar',
}

// A wave that repeats nowhere, in sizes that are all different.
const entry = (seed: number) => Math.sin(1.7 * seed + 0.3 * seed * seed)
const list = (size: number, seed: number) => Array.from({ length: size }, (_, i) => entry(seed + i))
const lists = (count: number, size: number, seed: number) =>
  Array.from({ length: count }, (_, i) => list(size, seed + 5 * i))
const [n, m, N] = [2, 3, 4]
const values = {
  x: lists(N, n, 3),
  z: lists(N, m, 40),
  r: lists(N, n, 80),
  y: list(N, 120),
  w: list(n, 6),
  A: lists(n, n, 140),
  B: lists(m, n, 160),
  c: 0.7,
}

/** Texts of formulas of one member of each family: numbers, and vectors of n and m entries. */
const { scalar, vector, other } = fc.letrec<{ scalar: string; vector: string; other: string }>(tie => ({
  scalar: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom('y[i]', 'c', '2', 'N', 'sum(r[i])'),
    tie('scalar').map(s => `exp(-(${s})^2)`),
    tie('scalar').map(s => `(${s})^2`),
    tie('vector').map(v => `sum(${v})`),
    fc.tuple(tie('scalar'), tie('scalar')).map(([s, t]) => `((${s})*(${t}))`),
    fc.tuple(tie('scalar'), tie('scalar')).map(([s, t]) => `(${s} - ${t})`),
    fc.tuple(tie('vector'), tie('vector')).map(([u, v]) => `(${u})'*A*(${v})`),
    fc.tuple(tie('other'), tie('vector')).map(([u, v]) => `(${u})'*B*(${v})`),
  ),
  vector: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom('x[i]', "r[i]'", 'w', 'ones(n)'),
    tie('vector').map(v => `A*(${v})`),
    tie('vector').map(v => `tanh(${v})`),
    tie('vector').map(v => `(${v}).^2`),
    tie('other').map(v => `B'*(${v})`),
    tie('scalar').map(s => `vector(${s}) + w`),
    fc.tuple(tie('vector'), tie('vector')).map(([u, v]) => `(${u} - ${v})`),
    fc.tuple(tie('vector'), tie('vector')).map(([u, v]) => `((${u}) .* (${v}))`),
    fc.tuple(tie('scalar'), tie('vector')).map(([s, v]) => `((${s})*(${v}))`),
  ),
  other: fc.oneof(
    { maxDepth: 4 },
    fc.constant('z[i]'),
    tie('vector').map(v => `B*(${v})`),
    fc.tuple(tie('scalar'), tie('other')).map(([s, v]) => `((${s})*(${v}))`),
    fc.tuple(tie('other'), tie('other')).map(([u, v]) => `(${u} + ${v})`),
  ),
}))

const terms = fc.oneof(
  scalar,
  vector,
  vector.map(v => `(${v})'`),
  other.map(v => `(${v})'`),
  fc.tuple(other, vector).map(([u, v]) => `(${u})*(${v})'`),
  fc.tuple(scalar, vector, other).map(([s, u, v]) => `(${s})*(${u})*(${v})'`),
)

/** The sum over k of column k times the numbers at k times row k. */
function added(left: Rows | undefined, right: Rows | undefined, weights: readonly Rows[]): Rows {
  const columns = left ?? [Array.from({ length: N }, () => 1)]
  const rows = right ?? Array.from({ length: N }, () => [1])
  const at = (i: number, j: number) =>
    rows.reduce((sum, row, k) => sum + columns[i][k] * row[j] * weights.reduce((all, w) => all * w[k][0], 1), 0)
  return columns.map((_, i) => rows[0].map((_, j) => at(i, j)))
}

test('what is stacked has the values of the term, one beside or below the other', () => {
  let stacked = 0
  fc.assert(
    fc.property(terms, term => {
      const store = createStore()
      const text = `sum(i in 1..N, ${term})`
      const program = readProgram({ text, declarations, operators: builtInOperators, store })
      const total = program.expression
      const parts = isSeries(total) ? stackedTerm(total, { store }) : undefined
      if (parts === undefined) return
      stacked++
      const symbols = [...program.symbols.values()].map(({ expression }) => expression)
      const assigned = assignValues(symbols, values)
      const at = { algebra: floatAlgebra, sizes: assigned.sizes }
      const matrices = new Map([...assigned.values].map(([name, rows]) => [name, floatAlgebra.fromRows(rows)]))
      const rowsOf = (expression: typeof total) =>
        floatAlgebra.toRows(evaluate(expression, { ...at, values: matrices }))
      const { left, right, weights, around } = parts
      const inner = added(left && rowsOf(left), right && rowsOf(right), weights.map(rowsOf))
      const shape = { rows: left?.shape.rows ?? '1', cols: right?.shape.cols ?? '1' }
      const whole = around(symbol(store, 'inner', shape))
      matrices.set('inner', floatAlgebra.fromRows(inner))
      expect(whole.shape).toEqual(total.shape)
      const [actual, expected] = [rowsOf(whole).flat(), rowsOf(total).flat()]
      const scale = Math.max(1, ...expected.map(Math.abs))
      for (const [k, value] of expected.entries()) expect(actual[k] / scale, text).toBeCloseTo(value / scale, 9)
    }),
    { numRuns: 400 },
  )
  expect(stacked).toBeGreaterThan(100)
})

test('some of the members of a family are not taken for all of them', () => {
  const store = createStore()
  const x = family(store, 'x', { shape: { rows: 'n', cols: '1' }, facts: Fact.none, count: 'N' })
  const index = freshIndex(store, [])
  const upTo = (count: string) => series(store, index, size(store, count), member(store, x, index))
  expect(stackedTerm(upTo('N'), { store })?.left).toBe(x)
  expect(stackedTerm(upTo('M'), { store })).toBeUndefined()
})
