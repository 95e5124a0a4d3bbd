import { expect, test } from 'vitest'
import { codeOf, createSymbols, show } from '../testing/symbols.ts'
import { number, numberOf, zeros } from './constants.ts'
import { negate, product } from './product.ts'
import { rational, rationalToText } from './rational.ts'
import { sum, termsOf } from './sum.ts'

const { store, A, X, Y, a, b } = createSymbols()
const num = (value: number) => number(store, rational(value))

test('nested sums are one sum, in the order written', () => {
  expect(show(sum(store, [X, sum(store, [Y, X]), Y]))).toBe('plus(X Y X Y)')
  expect(show(sum(store, [sum(store, [a, b]), a]))).toBe('plus(a b a)')
})

test('numbers are added up where the first of them stands', () => {
  expect(show(sum(store, [a, num(2), b, num(3)]))).toBe('plus(a 5 b)')
  expect(show(sum(store, [a, num(2), num(-2)]))).toBe('a')
  expect(rationalToText(numberOf(sum(store, [num(1), num(2)]))!)).toBe('3')
})

test('zeros are left out, and a sum of nothing else is zero', () => {
  expect(sum(store, [X, zeros(store, X.shape)])).toBe(X)
  expect(sum(store, [zeros(store, A.shape), zeros(store, A.shape)])).toBe(zeros(store, A.shape))
})

test('terms keep their number: X - X is a matter of identities', () => {
  expect(termsOf(sum(store, [X, negate(store, X)]))).toHaveLength(2)
  expect(termsOf(product(store, [X, Y]))).toEqual([product(store, [X, Y])])
})

test('X*Y - Y*X is not zero', () => {
  const commutator = sum(store, [product(store, [X, Y]), negate(store, product(store, [Y, X]))])
  expect(show(commutator)).toBe('plus(times(X Y) times(-1 Y X))')
})

test('terms of different shapes are refused', () => {
  expect(codeOf(() => sum(store, [A, X]))).toBe('shape-mismatch')
  expect(codeOf(() => sum(store, [X, a]))).toBe('shape-mismatch')
})
