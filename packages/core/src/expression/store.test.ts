import { describe, expect, test } from 'vitest'
import { defaultLimits } from '../limits.ts'
import { codeOf, createSymbols } from '../testing/symbols.ts'
import { eye, fill, number, ones, zeros } from './constants.ts'
import { elementwiseFunction } from './functions.ts'
import { trace, transpose } from './linear.ts'
import { product } from './product.ts'
import { one, rational, zero } from './rational.ts'
import { createStore } from './store.ts'
import { sum } from './sum.ts'
import { named, symbol } from './symbols.ts'

describe('a store', () => {
  test('never makes an expression twice', () => {
    const { store, A, B } = createSymbols()
    expect(product(store, [A, B])).toBe(product(store, [A, B]))
    expect(transpose(store, A)).toBe(transpose(store, A))
    expect(number(store, rational(1, 2))).toBe(number(store, rational(2, 4)))
    expect(symbol(store, 'A', A.shape)).toBe(A)
    const before = store.size
    product(store, [A, B])
    expect(store.size).toBe(before)
  })

  test('tells apart what differs in operator, operands, order or data', () => {
    const { store, X, Y, A } = createSymbols()
    const different = [
      product(store, [X, Y]),
      product(store, [Y, X]),
      eye(store, 'n'),
      eye(store, 'm'),
      ones(store, A.shape),
      zeros(store, A.shape),
      trace(store, X),
      named(store, 'Z', X),
      named(store, 'V', X),
      store.apply(elementwiseFunction('sigma'), [X]),
      store.apply(elementwiseFunction('sigma', 1), [X]),
    ]
    expect(new Set(different).size).toBe(different.length)
  })

  test('numbers expressions in a topological order', () => {
    const { store, A, B } = createSymbols()
    const whole = transpose(store, product(store, [A, B]))
    expect(whole.id).toBeGreaterThan(whole.operands[0].id)
    expect(whole.operands[0].id).toBeGreaterThan(B.id)
  })

  test('gives the same ids for the same work', () => {
    const ids = () => {
      const { store, A, B, X } = createSymbols()
      return [product(store, [A, B]), trace(store, X), transpose(store, product(store, [A, X]))].map(({ id }) => id)
    }
    expect(ids()).toEqual(ids())
  })

  test('stops at the limit of expressions', () => {
    const store = createStore({ ...defaultLimits, nodes: 3 })
    const names = ['a', 'b', 'c'].map(name => symbol(store, name, { rows: '1', cols: '1' }))
    expect(store.size).toBe(3)
    expect(codeOf(() => symbol(store, 'd', { rows: '1', cols: '1' }))).toBe('limit-exceeded')
    expect(symbol(store, 'a', { rows: '1', cols: '1' })).toBe(names[0])
  })
})

test('a store stops at long expressions sooner than at short ones', () => {
  const store = createStore({ ...defaultLimits, nodes: 100 })
  const names = Array.from({ length: 50 }, (_, k) => symbol(store, `s${k}`, { rows: '1', cols: '1' }))
  const code = codeOf(() => {
    for (const name of names) sum(store, [...names, name])
  })
  expect(code).toBe('limit-exceeded')
  expect(store.size).toBeLessThan(100)
})

test('constants of size 1 are numbers', () => {
  const { store, a } = createSymbols()
  expect(eye(store, '1')).toBe(number(store, one))
  expect(zeros(store, { rows: '1', cols: '1' })).toBe(number(store, zero))
  expect(fill(store, a, { rows: '1', cols: '1' })).toBe(a)
})
