import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codeOf, createSymbols, show } from '../testing/symbols.ts'
import { number, zeros } from './constants.ts'
import type { Expression } from './expression.ts'
import { differential, trace, transpose } from './linear.ts'
import { factorsOf, negate, product, scale, splitCoefficient } from './product.ts'
import { rational, rationalToText } from './rational.ts'

const { store, matrix, A, B, X, Y, x, y, a, b } = createSymbols()
const num = (numerator: number, denominator = 1) => number(store, rational(numerator, denominator))
const times = (...factors: Expression[]) => product(store, factors)
const xt = transpose(store, x)
const yt = transpose(store, y)

describe('a product', () => {
  test('of products is one product', () => {
    expect(times(A, times(B, times(matrix('C', 'p', 'q'))))).toBe(times(times(A, B), matrix('C', 'p', 'q')))
  })

  test('keeps matrices where they are', () => {
    expect(times(X, Y)).not.toBe(times(Y, X))
    expect(show(times(X, Y, X, Y))).toBe('times(X Y X Y)')
    expect(show(times(X, transpose(store, Y), X))).toBe('times(X transpose(Y) X)')
  })

  test('has its numbers multiplied into one in front, and scalars before matrices', () => {
    expect(show(times(num(2), X, a, num(1, 3), Y, b))).toBe('times(2/3 a b X Y)')
    expect(show(times(X, trace(store, Y)))).toBe('times(tr(Y) X)')
    expect(times(num(1, 2), num(2), X)).toBe(X)
    expect(show(times(num(2), num(3)))).toBe('6')
  })

  test('takes x′y as one scalar, wherever it stands', () => {
    expect(times(X, times(xt, y))).toBe(times(times(xt, y), X))
    expect(show(times(times(xt, y), X))).toBe('times(times(transpose(x) y) X)')
    expect(times(times(xt, y), a)).toBe(times(a, times(xt, y)))
  })

  test('of vectors is read from left to right, so that brackets which change nothing make no difference', () => {
    expect(times(times(x, xt), y)).toBe(times(x, times(xt, y)))
    expect(times(times(xt, y), yt)).toBe(times(xt, times(y, yt)))
    expect(times(times(xt, X), y)).toBe(times(xt, times(X, y)))
  })

  test('with a differential that is a scalar has it last', () => {
    const dt = differential(store, a)
    expect(show(times(dt, X, b))).toBe('times(b X d(a))')
  })

  test('with a row and a column that move takes them as one scalar, last of all, or as part of the chain', () => {
    const dx = differential(store, x)
    expect(show(times(times(yt, dx), X, differential(store, a)))).toBe('times(X d(a) times(transpose(y) d(x)))')
    expect(times(x, times(yt, dx))).toBe(times(times(x, yt), dx))
  })

  test('with zero is the zero of its shape', () => {
    expect(times(A, zeros(store, B.shape))).toBe(zeros(store, { rows: 'm', cols: 'p' }))
    expect(times(num(0), A, B)).toBe(zeros(store, { rows: 'm', cols: 'p' }))
    expect(times(num(0), a)).toBe(num(0))
  })

  test('of factors that do not fit is refused', () => {
    expect(codeOf(() => times(A, A))).toBe('shape-mismatch')
    expect(codeOf(() => times(x, y))).toBe('shape-mismatch')
  })

  test('is associative, whatever the brackets', () => {
    const chain = [A, X, x, xt, Y, B]
    const whole = times(...chain)
    fc.assert(
      fc.property(fc.nat(5), fc.nat(5), (i, j) => {
        const [from, to] = [Math.min(i, j), Math.max(i, j) + 1]
        const bracketed = times(...chain.slice(0, from), times(...chain.slice(from, to)), ...chain.slice(to))
        expect(bracketed).toBe(whole)
      }),
      { numRuns: 60 },
    )
  })

  test('does not depend on where its scalars and numbers were written', () => {
    const [first, second] = [trace(store, X), times(xt, y)]
    fc.assert(
      fc.property(
        fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
        fc.array(fc.nat(3), { minLength: 3, maxLength: 3 }),
        (order, places) => {
          const scalars = [num(2), first, second]
          const factors: Expression[] = [A, X, B]
          for (const [i, at] of order.entries()) factors.splice(Math.min(places[i], factors.length), 0, scalars[at])
          expect(times(...factors)).toBe(times(num(2), first, second, A, X, B))
        },
      ),
      { numRuns: 100 },
    )
  })
})

test('a product is taken apart into number, scalars, chain and scalar differentials', () => {
  const { coefficient, scalars, chain, differentials } = factorsOf(times(num(-2), a, X, Y, differential(store, b)))
  expect(rationalToText(coefficient)).toBe('-2')
  expect(scalars).toEqual([a])
  expect(chain).toEqual([X, Y])
  expect(differentials).toEqual([differential(store, b)])
  expect(factorsOf(X).chain).toEqual([X])
})

test('the number in front is split off', () => {
  const { coefficient, rest } = splitCoefficient(store, scale(store, rational(3), times(X, Y)))
  expect(rationalToText(coefficient)).toBe('3')
  expect(rest).toBe(times(X, Y))
  expect(splitCoefficient(store, X).rest).toBe(X)
  expect(rationalToText(splitCoefficient(store, num(5)).coefficient)).toBe('5')
  expect(negate(store, negate(store, X))).toBe(X)
})
