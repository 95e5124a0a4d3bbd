import { describe, expect, test } from 'vitest'
import { createSymbols } from '../testing/symbols.ts'
import { eye, number, ones, zeros } from './constants.ts'
import { closeFacts, Fact, has, transposeFacts } from './facts.ts'
import { differential, transpose } from './linear.ts'
import { negate, product, scale } from './product.ts'
import { rational } from './rational.ts'
import { sum } from './sum.ts'

const { store, matrix, A, X, x, a } = createSymbols()
const S = matrix('S', 'n', 'n', Fact.symmetric)
const L = matrix('L', 'n', 'n', Fact.lower)
const P = matrix('P', 'n', 'n', Fact.positiveDefinite)
const Q = matrix('Q', 'n', 'n', Fact.orthogonal)
const D = matrix('D', 'n', 'n', Fact.diagonal)

test('what follows from a declared structure is known too', () => {
  expect(closeFacts(Fact.diagonal)).toBe(Fact.diagonal | Fact.symmetric | Fact.lower | Fact.upper)
  expect(has(P.facts, Fact.symmetric)).toBe(true)
  expect(has(X.facts, Fact.symmetric)).toBe(false)
})

test('the transpose swaps the triangles and keeps the rest', () => {
  expect(transposeFacts(Fact.lower | Fact.orthogonal)).toBe(Fact.upper | Fact.orthogonal)
  expect(has(transpose(store, L).facts, Fact.upper)).toBe(true)
})

describe('a product', () => {
  test('is symmetric where it reads the same when transposed', () => {
    expect(has(product(store, [transpose(store, A), A]).facts, Fact.symmetric)).toBe(true)
    expect(has(product(store, [X, S, transpose(store, X)]).facts, Fact.symmetric)).toBe(true)
    expect(has(product(store, [x, transpose(store, x)]).facts, Fact.symmetric)).toBe(true)
    expect(has(product(store, [X, X]).facts, Fact.symmetric)).toBe(false)
  })

  test('of symmetric matrices is not symmetric, of orthogonal ones orthogonal', () => {
    const T = matrix('T', 'n', 'n', Fact.symmetric)
    expect(has(product(store, [S, T]).facts, Fact.symmetric)).toBe(false)
    expect(has(product(store, [Q, Q]).facts, Fact.orthogonal)).toBe(true)
    expect(has(scale(store, rational(2), Q).facts, Fact.orthogonal)).toBe(false)
    expect(has(product(store, [a, Q]).facts, Fact.orthogonal)).toBe(false)
    expect(has(product(store, [D, D]).facts, Fact.diagonal | Fact.symmetric)).toBe(true)
    expect(has(product(store, [D, L]).facts, Fact.lower)).toBe(true)
    expect(has(product(store, [D, L]).facts, Fact.upper)).toBe(false)
  })

  test('stays positive definite only under positive numbers', () => {
    expect(has(scale(store, rational(1, 2), P).facts, Fact.positiveDefinite)).toBe(true)
    expect(has(negate(store, P).facts, Fact.positiveDefinite)).toBe(false)
    expect(has(product(store, [a, P]).facts, Fact.positiveDefinite)).toBe(false)
    expect(has(negate(store, P).facts, Fact.symmetric)).toBe(true)
  })
})

test('a sum knows what all its terms have in common', () => {
  expect(has(sum(store, [S, P]).facts, Fact.symmetric)).toBe(true)
  expect(has(sum(store, [S, P]).facts, Fact.positiveDefinite)).toBe(false)
  expect(has(sum(store, [P, eye(store, 'n')]).facts, Fact.positiveDefinite)).toBe(true)
  expect(has(sum(store, [S, X]).facts, Fact.symmetric)).toBe(false)
})

test('zero is known as zero, and a differential is noticed however deep it is', () => {
  expect(has(zeros(store, A.shape).facts, Fact.zero)).toBe(true)
  expect(has(ones(store, A.shape).facts, Fact.zero)).toBe(false)
  expect(has(number(store, rational(0)).facts, Fact.zero)).toBe(true)
  const line = sum(store, [A, transpose(store, transpose(store, differential(store, A)))])
  expect(has(line.facts, Fact.differential)).toBe(true)
  expect(has(product(store, [A, X]).facts, Fact.differential)).toBe(false)
})
