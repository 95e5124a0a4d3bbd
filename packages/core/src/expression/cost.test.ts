import { expect, test } from 'vitest'
import { createSymbols } from '../testing/symbols.ts'
import { number } from './constants.ts'
import type { Expression } from './expression.ts'
import { trace, transpose } from './linear.ts'
import { defineOperator } from './operator.ts'
import { negate, product, scale } from './product.ts'
import { rational } from './rational.ts'
import { sum } from './sum.ts'

// A cost is a length: one character is 10.
const { store, X, Y, a } = createSymbols()
const signature = 'matrix(m,n)... -> matrix(m,n)'
const evaluate = <M>(_: unknown, [first]: readonly M[]) => first
const called = defineOperator({ name: 'called', summary: 'a function', signature, evaluate })
const between = defineOperator({
  name: 'between',
  summary: 'a sign between its operands',
  signature,
  notation: { form: 'infix', precedence: 2, text: '.', unicode: '.', latex: '.' },
  evaluate,
})
const times = (...factors: Expression[]) => product(store, factors)
const plus = (...terms: Expression[]) => sum(store, terms)
const costs = (...all: Expression[]) => all.map(({ cost }) => cost)

test('a name costs one character, a number its digits, and a minus half of one', () => {
  const [two, minusTwo, dozen] = [2, -2, 12].map(value => number(store, rational(value)))
  expect(costs(X, a, two, minusTwo, dozen)).toEqual([10, 10, 10, 15, 20])
  expect(costs(negate(store, X), scale(store, rational(2), X))).toEqual([15, 30])
})

test('each further operand costs itself and the sign before it', () => {
  expect(costs(times(X, Y), times(X, Y, X))).toEqual([30, 50])
  expect(plus(X, Y, X).cost - plus(X, Y).cost).toBe('X'.length * 10 + ' + '.length * 10)
  expect(store.apply(between, [X, Y]).cost).toBe('X . Y'.length * 10)
  const [one, two, three] = [[X], [X, Y], [X, Y, X]].map(operands => store.apply(called, operands).cost)
  expect([one, two, three]).toEqual(['called(X)', 'called(X, Y)', 'called(X, Y, X)'].map(({ length }) => length * 10))
  expect(trace(store, X).cost).toBe('tr(X)'.length * 10)
})

test('the minus of a term is the sign of the sum, unless it comes first', () => {
  expect(plus(X, negate(store, Y)).cost).toBe(plus(X, Y).cost)
  expect(plus(negate(store, X), Y).cost).toBeGreaterThan(plus(X, Y).cost)
  expect(plus(negate(store, X), negate(store, Y)).cost).toBeGreaterThan(negate(store, plus(X, Y)).cost)
})

test('brackets cost where they are written', () => {
  const brackets = 18
  expect(transpose(store, X).cost - X.cost).toBe(9)
  expect(transpose(store, times(X, Y)).cost - times(X, Y).cost).toBe(9 + brackets)
  expect(store.apply(between, [X, times(X, Y)]).cost).toBe('X . X*Y'.length * 10 + brackets)
  expect(store.apply(called, [times(X, Y)]).cost - store.apply(called, [X]).cost).toBe(20)
  // Those of a sum are counted with it.
  expect(transpose(store, plus(X, Y)).cost - plus(X, Y).cost).toBe(9)
  expect(plus(X, Y).cost).toBe('X + Y'.length * 10 + brackets)
})
