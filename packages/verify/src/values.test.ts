import { createStore, DerivationError, Fact, family, member, number, rational, symbol } from '@matrix-derive/core'
import { expect, test } from 'vitest'
import { evaluate } from './evaluate.ts'
import { floatAlgebra } from './float.ts'
import { assignValues } from './values.ts'

const store = createStore()
const t = symbol(store, 't', { rows: '1', cols: '1' })
const k = symbol(store, 'k', { rows: '1', cols: '1' }, Fact.integer)
const x = symbol(store, 'x', { rows: 'n', cols: '1' })
const r = symbol(store, 'r', { rows: '1', cols: 'n' })
const A = symbol(store, 'A', { rows: 'm', cols: 'n' })
const V = symbol(store, 'V', { rows: 'm*n', cols: '2*k' })
const S = symbol(store, 'S', { rows: 'n', cols: 'n' }, Fact.positiveDefinite)

test('sizes follow from the values, whichever way they are written', () => {
  const { values, sizes } = assignValues([V, t, x, r, A], {
    t: 3,
    x: [1, 2],
    r: [5, 6],
    A: [
      [1, 2],
      [3, 4],
      [5, 6],
    ],
    V: Array.from({ length: 6 }, () => [1, 2, 3, 4]),
  })
  expect(values.get('t')).toEqual([[3]])
  expect(values.get('x')).toEqual([[1], [2]])
  expect(values.get('r')).toEqual([[5, 6]])
  expect(Object.fromEntries(sizes)).toEqual({ m: 3, n: 2, k: 2 })
})

test('a dimension that no symbol has may be given itself', () => {
  const { sizes } = assignValues([x], { x: [1, 2], n: 7, p: 4, q: 0, A: [[1]] })
  expect(Object.fromEntries(sizes)).toEqual({ n: 2, p: 4 })
})

test.each([
  ['a missing value', [x], {}, 'Expected a value for x (n×1).'],
  [
    'a matrix for a vector',
    [x],
    {
      x: [
        [1, 2],
        [3, 4],
      ],
    },
    'Expected x with 1 columns, received 2.',
  ],
  ['a clash', [x, A], { x: [1, 2, 3], A: [[1, 2]] }, 'Expected A with 3 columns, received 2 (n = 3 by x).'],
  ['ragged rows', [A], { A: [[1, 2], [3]] }, 'Expected A with 2 entries in every row, received 1 in row 2.'],
  ['no number', [A], { A: [[1, null]] }, 'Expected a finite number in row 1, column 2 of A, received null.'],
  [
    'infinity',
    [t],
    { t: Number.POSITIVE_INFINITY },
    'Expected a finite number in row 1, column 1 of t, received Infinity.',
  ],
  ['nothing', [A], { A: [] }, 'Expected A as a number, a list of numbers or a list of rows, received [].'],
  ['a product that does not come out', [V], { V: [[1, 2, 3]] }, 'Expected V with a multiple of 2 columns, received 3.'],
  ['a product of two unknowns', [V], { V: [[1, 2]] }, 'Expected a value that tells m*n apart; V has 1 rows.'],
  [
    'not symmetric',
    [S],
    {
      S: [
        [1, 2],
        [3, 9],
      ],
    },
    'Expected S to be symmetric, as it is declared.',
  ],
  [
    'not positive',
    [S],
    {
      S: [
        [1, 2],
        [2, 1],
      ],
    },
    'Expected S to be positive definite, as it is declared.',
  ],
  ['no integer', [k], { k: 1.5 }, 'Expected k to be an integer, as it is declared.'],
])('%s is turned down', (_name, symbols, input, message) => {
  let thrown: unknown
  try {
    assignValues(symbols, input)
  } catch (error) {
    thrown = error
  }
  expect(thrown).toBeInstanceOf(DerivationError)
  expect((thrown as DerivationError).problem).toEqual({ code: 'value', message })
})

test.each([
  [{ rows: '1', cols: '1' }, [1, 2, 3], [[1], [2], [3]], [[2]]],
  [
    { rows: 'n', cols: '1' },
    [
      [1, 2],
      [3, 4],
      [5, 6],
    ],
    [
      [1, 3, 5],
      [2, 4, 6],
    ],
    [[3], [4]],
  ],
  [
    { rows: '1', cols: 'n' },
    [
      [1, 2],
      [3, 4],
      [5, 6],
    ],
    [
      [1, 2],
      [3, 4],
      [5, 6],
    ],
    [[3, 4]],
  ],
  [{ rows: 'm', cols: 'n' }, [[[1, 2]], [[3, 4]], [[5, 6]]], [[1, 2, 3, 4, 5, 6]], [[3, 4]]],
])('members of shape %j stand together in one matrix, of which each is a part', (shape, input, all, second) => {
  const of = family(store, `f${shape.rows}${shape.cols}`, { shape, facts: Fact.none, count: 'N' })
  const { values, sizes } = assignValues([of], { [of.data!.name!]: input })
  expect([...values.values()]).toEqual([all])
  expect(sizes.get('N')).toBe(3)
  const matrices = new Map([...values].map(([name, rows]) => [name, floatAlgebra.fromRows(rows)]))
  const at = (k: number) =>
    evaluate(member(store, of, number(store, rational(k))), { algebra: floatAlgebra, values: matrices, sizes })
  expect(floatAlgebra.toRows(at(2))).toEqual(second)
  expect(() => at(4)).toThrow('Expected a member from 1 to 3, received 4.')
})

test('printed values are positive definite although rounding left them not quite symmetric', () => {
  const printed = [
    [4, 2.0000000001],
    [2, 5],
  ]
  expect(assignValues([S], { S: printed }).values.get('S')).toEqual(printed)
})
