import { describe, expect, test } from 'vitest'
import { number } from '../expression/constants.ts'
import { Fact } from '../expression/facts.ts'
import { transpose } from '../expression/linear.ts'
import { product } from '../expression/product.ts'
import { rational } from '../expression/rational.ts'
import { sum } from '../expression/sum.ts'
import { createSymbols, show } from '../testing/symbols.ts'
import { plainConditions } from './plain-conditions.ts'

const { store, matrix, x, y, a, b, X } = createSymbols()
const P = matrix('P', 'n', 'n', Fact.positiveDefinite | Fact.symmetric)
const times = (...factors: Parameters<typeof product>[1]) => product(store, factors)
const said = (predicate: string, expression: Parameters<typeof show>[0]) =>
  plainConditions(store, { predicate, expression }).map(each => `${each.predicate} ${show(each.expression)}`)

describe('a condition is said of simpler things where that says the same', () => {
  test('no factor of a number that is not 0 is 0', () => {
    expect(said('nonzero', times(number(store, rational(2)), a, b))).toEqual(['nonzero a', 'nonzero b'])
    expect(said('nonzero', times(a, transpose(store, x), x))).toEqual(['nonzero a', 'nonzero x'])
  })

  test('a square is positive where its vector is not 0', () => {
    expect(said('positive', times(transpose(store, x), x))).toEqual(['nonzero x'])
    expect(said('positive', times(transpose(store, x), P, x))).toEqual(['nonzero x'])
  })

  test('a positive number in front says nothing', () => {
    expect(said('positive', times(number(store, rational(2)), a))).toEqual(['positive a'])
  })

  test('what asks for more stays as it is', () => {
    expect(said('positive', times(number(store, rational(-2)), a))).toEqual(['positive times(-2 a)'])
    expect(said('positive', times(a, b))).toEqual(['positive times(a b)'])
    expect(said('nonzero', times(transpose(store, x), y))).toEqual(['nonzero times(transpose(x) y)'])
    expect(said('nonzero', times(transpose(store, x), X, x))).toEqual(['nonzero times(transpose(x) X x)'])
    expect(said('nonzero', sum(store, [a, b]))).toEqual(['nonzero plus(a b)'])
    expect(said('nonzero', times(X, x))).toEqual(['nonzero times(X x)'])
    expect(said('x <> 0, almost everywhere', times(a, b))).toEqual(['x <> 0, almost everywhere times(a b)'])
  })
})
