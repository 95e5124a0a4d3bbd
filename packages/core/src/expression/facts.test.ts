import { describe, expect, test } from 'vitest'
import { createSymbols } from '../testing/symbols.ts'
import { eye, number, ones, zeros } from './constants.ts'
import type { Expression } from './expression.ts'
import { closeFacts, Fact, has, transposeFacts } from './facts.ts'
import { differential, trace, transpose } from './linear.ts'
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
  expect(transposeFacts(Fact.upper)).toBe(Fact.lower)
  expect(transposeFacts(Fact.orthogonal)).toBe(Fact.orthogonal)
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
    expect(has(product(store, [a, Q, Q]).facts, Fact.orthogonal)).toBe(false)
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

test('a sum in which every term has its transpose as often as itself is symmetric', () => {
  const Xt = transpose(store, X)
  const isSymmetric = (...terms: Expression[]) => has(sum(store, terms).facts, Fact.symmetric)
  expect(isSymmetric(X, Xt)).toBe(true)
  expect(isSymmetric(S, Xt, X)).toBe(true)
  expect(isSymmetric(X, Xt, X, Xt)).toBe(true)
  expect(isSymmetric(X, Xt, Xt)).toBe(false)
  expect(isSymmetric(X, Xt, matrix('Y', 'n', 'n'))).toBe(false)
})

test('a sum, a multiple and a differential of a structured matrix have its structure', () => {
  for (const fact of [Fact.symmetric, Fact.skew, Fact.diagonal, Fact.lower, Fact.upper]) {
    const [F, G] = [matrix(`F${fact}`, 'n', 'n', fact), matrix(`G${fact}`, 'n', 'n', fact)]
    expect(has(sum(store, [F, G]).facts, fact)).toBe(true)
    expect(has(scale(store, rational(-2), F).facts, fact)).toBe(true)
    expect(has(differential(store, F).facts, fact)).toBe(true)
    expect(has(sum(store, [F, X]).facts, fact)).toBe(false)
  }
})

test('sums and products of integers are integers', () => {
  const [i, j] = [matrix('i', '1', '1', Fact.integer), matrix('j', '1', '1', Fact.integer)]
  expect(has(product(store, [i, j]).facts, Fact.integer)).toBe(true)
  expect(has(product(store, [a, i]).facts, Fact.integer)).toBe(false)
  expect(has(sum(store, [i, j, number(store, rational(2))]).facts, Fact.integer)).toBe(true)
  expect(has(sum(store, [i, number(store, rational(1, 2))]).facts, Fact.integer)).toBe(false)
})

test('the identity has every structure that it has, a matrix of ones only where it is square', () => {
  const all = Fact.diagonal | Fact.symmetric | Fact.lower | Fact.upper | Fact.orthogonal | Fact.positiveDefinite
  expect(eye(store, 'n').facts).toBe(all)
  expect(has(ones(store, X.shape).facts, Fact.symmetric)).toBe(true)
  expect(has(ones(store, A.shape).facts, Fact.symmetric)).toBe(false)
})

test('every fact is known apart from the others', () => {
  const facts = Object.values(Fact).filter(fact => fact !== Fact.none)
  for (const fact of facts) expect(facts.filter(other => (other & fact) !== 0)).toEqual([fact])
})

test('zero is known as zero, and a differential is noticed however deep it is', () => {
  expect(has(zeros(store, A.shape).facts, Fact.zero)).toBe(true)
  expect(has(ones(store, A.shape).facts, Fact.zero)).toBe(false)
  expect(has(number(store, rational(0)).facts, Fact.zero)).toBe(true)
  expect(has(trace(store, zeros(store, X.shape)).facts, Fact.zero)).toBe(true)
  expect(has(trace(store, X).facts, Fact.zero)).toBe(false)
  const line = sum(store, [A, transpose(store, transpose(store, differential(store, A)))])
  expect(has(line.facts, Fact.differential)).toBe(true)
  expect(has(product(store, [A, X]).facts, Fact.differential)).toBe(false)
})
