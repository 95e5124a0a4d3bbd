import { describe, expect, test } from 'vitest'
import { eye } from '../expression/constants.ts'
import type { Expression } from '../expression/expression.ts'
import { differential, trace, transpose, vec } from '../expression/linear.ts'
import { product, scale } from '../expression/product.ts'
import { rational } from '../expression/rational.ts'
import { createSymbols, show } from '../testing/symbols.ts'
import { assemble, differentialOf, factorMatrix, linearForm, pathToDifferential } from './linear-form.ts'

const { store, matrix, A, B, X, Y, x, y, a } = createSymbols()
const d = (of: Expression) => differential(store, of)
const times = (...factors: Expression[]) => product(store, factors)
const r = matrix('r', '1', 'n')

describe('a term in linear form', () => {
  test.each([
    ['scalar', times(A, d(a)), a, 'A'],
    ['vector', times(A, d(x)), x, 'A'],
    ['vector', times(transpose(store, y), d(x)), x, 'transpose(y)'],
    ['row', times(X, transpose(store, d(r))), r, 'X'],
    ['trace', trace(store, times(Y, d(X))), X, 'Y'],
    ['trace', scale(store, rational(2), trace(store, times(Y, d(X)))), X, 'times(2 Y)'],
    ['vec', times(matrix('J', 'p', 'n*n'), vec(store, d(X))), X, 'J'],
  ] as const)('%s: says what stands before the differential', (form, term, by, factor) => {
    const found = linearForm(store, term)
    expect(found?.form).toBe(form)
    expect(found?.by).toBe(by)
    expect(show(found!.factor!)).toBe(factor)
    expect(linearForm(store, assemble(store, form, found!.factor!, by))).toEqual(found)
  })

  test('has no factor where nothing stands before the differential', () => {
    for (const term of [d(x), d(a), trace(store, d(X)), vec(store, d(X)), transpose(store, d(r))]) {
      expect(linearForm(store, term)?.factor).toBeUndefined()
    }
    expect(factorMatrix(store, linearForm(store, d(x))!, { rows: 'n', cols: 'n' })).toBe(eye(store, 'n'))
    expect(show(factorMatrix(store, linearForm(store, times(a, d(x)))!, { rows: 'n', cols: 'n' }))).toBe(
      'times(a eye[n,n])',
    )
  })
})

test('the vec of a row that moves is a vec, not a row', () => {
  expect(linearForm(store, times(X, vec(store, d(r))))).toMatchObject({ form: 'vec', by: r, factor: X })
})

test('a term is not in linear form while its differential is not bare and last', () => {
  const open = [
    times(A, d(X), B),
    times(A, d(times(X, Y))),
    trace(store, times(A, d(X), B, matrix('C', 'p', 'm'))),
    times(A, transpose(store, d(X))),
    times(transpose(store, d(x)), y),
    trace(store, times(d(X), Y, d(X))),
    times(d(X), d(a)),
  ]
  // d of anything is a name for linear form; expanding it is another matter.
  expect(open.map(term => linearForm(store, term) === undefined)).not.toContain(false)
})

test('the differential of a term is found at the end of a path of any length', () => {
  let term = d(X)
  for (let level = 0; level < 50_000; level++) term = vecLess(term)
  expect(differentialOf(term)).toBe(d(X))
  expect(pathToDifferential(term)).toHaveLength(50_001)

  function vecLess(below: Expression): Expression {
    return store.apply(below.operator.name === 'transpose' ? vecTwice : transposed, [below])
  }
})

const transposed = transpose(store, A).operator
const vecTwice = { ...transposed, name: 'again' }
