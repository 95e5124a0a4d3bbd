import { describe, expect, test } from 'vitest'
import { eye, number, ones } from '../expression/constants.ts'
import type { Expression } from '../expression/expression.ts'
import { differential, trace, transpose } from '../expression/linear.ts'
import { defineOperator } from '../expression/operator.ts'
import { product } from '../expression/product.ts'
import { rational } from '../expression/rational.ts'
import { family, freshIndex, member, openIndex, series, size } from '../expression/series.ts'
import { createStore } from '../expression/store.ts'
import { sum } from '../expression/sum.ts'
import { symbol } from '../expression/symbols.ts'
import { createSymbols, show } from '../testing/symbols.ts'
import { type Guard, instantiate, matchRoot } from './match.ts'

const { store, matrix, A, B, X, Y, a, b } = createSymbols()
const num = (value: number) => number(store, rational(value))

// Patterns live in a store of their own, as those of identities do.
const patterns = createStore()
const hole = (name: string, rows: string, cols: string) => symbol(patterns, name, { rows, cols })
const [P, Q, R, S] = [hole('P', 'i', 'j'), hole('Q', 'j', 'k'), hole('R', 'i', 'j'), hole('S', 'l', 'l')]
const s = hole('s', '1', '1')

const together = defineOperator({
  name: 'together',
  summary: 'a commutative operator',
  signature: 'matrix(m,n)... -> matrix(m,n)',
  associative: true,
  commutative: true,
  evaluate: (_, [first]) => first,
})
const inverse = defineOperator({
  name: 'inverse',
  summary: 'an inverse',
  signature: 'matrix(n) -> matrix(n)',
  evaluate: (algebra, [only]) => algebra.inverse(only),
})

/** What the metavariables stand for, as `P = ..., Q = ...`; undefined where the pattern does not match. */
function bindings(pattern: Expression, subject: Expression, guard: Guard = () => true): string | undefined {
  const found = matchRoot(store, pattern, subject, guard)
  if (found === undefined) return undefined
  return [...found.bindings.values].map(([hole, value]) => `${hole.data!.name} = ${show(value)}`).join(', ')
}

/** The subject with the matched part replaced by an instance of the template. */
function rewrite(pattern: Expression, template: Expression, subject: Expression): string | undefined {
  const found = matchRoot(store, pattern, subject, () => true)
  return found && show(found.rebuild(instantiate(store, template, found.bindings)))
}

describe('a metavariable', () => {
  test('stands for any expression of a shape that fits', () => {
    expect(bindings(trace(patterns, S), trace(store, product(store, [X, Y])))).toBe('S = times(X Y)')
    expect(bindings(S, A)).toBeUndefined()
    expect(bindings(s, X)).toBeUndefined()
  })

  test('stands for one expression wherever it occurs', () => {
    const twice = product(patterns, [S, S])
    expect(bindings(twice, product(store, [X, X]))).toBe('S = X')
    expect(bindings(twice, product(store, [X, Y]))).toBeUndefined()
    expect(bindings(twice, product(store, [X, Y, X, Y]))).toBe('S = times(X Y)')
  })

  test('has sizes that agree with those of the others', () => {
    const sameShape = product(patterns, [transpose(patterns, P), R])
    expect(bindings(sameShape, product(store, [transpose(store, A), A]))).toBe('P = A, R = A')
    const V = matrix('V', 'm', 'q')
    expect(bindings(sameShape, product(store, [transpose(store, A), V]))).toBeUndefined()
  })

  test('is asked for by a guard once its shape fits', () => {
    const asked: string[] = []
    const guard: Guard = (_, value) => {
      asked.push(show(value))
      return value === Y
    }
    expect(bindings(S, A, guard)).toBeUndefined()
    expect(asked).toEqual([])
    const pair = product(patterns, [S, hole('T', 'l', 'l')])
    expect(bindings(pair, product(store, [Y, Y]), guard)).toBe('S = Y, T = Y')
    expect(bindings(pair, product(store, [Y, X]), guard)).toBeUndefined()
    expect(bindings(pair, product(store, [X, Y, Y]), guard)).toBe('S = Y, T = Y')
  })
})

test('a number stands for itself alone', () => {
  const raised = defineOperator({
    name: 'raised',
    summary: 'a power',
    signature: 'matrix(n), scalar -> matrix(n)',
    evaluate: (_, [base]) => base,
  })
  const square = patterns.apply(raised, [S, number(patterns, rational(2))])
  expect(bindings(square, store.apply(raised, [X, num(2)]))).toBe('S = X')
  expect(bindings(square, store.apply(raised, [X, num(3)]))).toBeUndefined()
  expect(bindings(square, store.apply(raised, [X, a]))).toBeUndefined()
})

describe('a product', () => {
  test('matches neighbours, one or more for each metavariable', () => {
    const pattern = product(patterns, [P, Q])
    expect(bindings(pattern, product(store, [A, X, B]))).toBe('P = A, Q = X')
    expect(
      bindings(
        trace(patterns, product(patterns, [P, hole('V', 'j', 'i')])),
        trace(store, product(store, [A, B, matrix('C', 'p', 'm')])),
      ),
    ).toBe('P = A, V = times(B C)')
  })

  test('matches part of a product and leaves the rest around it', () => {
    const pattern = product(patterns, [S, patterns.apply(inverse, [S])])
    const subject = product(store, [num(2), a, A, X, store.apply(inverse, [X]), B])
    expect(rewrite(pattern, eye(patterns, 'l'), subject)).toBe('times(2 a A eye[n,n] B)')
  })

  test('never matches factors in another order', () => {
    const pattern = product(patterns, [S, patterns.apply(inverse, [S])])
    expect(bindings(pattern, product(store, [X, Y, store.apply(inverse, [X])]))).toBeUndefined()
    const left = product(patterns, [transpose(patterns, S), hole('T', 'l', 'l')])
    expect(bindings(left, product(store, [X, transpose(store, Y)]))).toBeUndefined()
  })

  test('inside something else matches as a whole, and what is scalar goes with its first factor', () => {
    const [T, t] = [hole('T', 'l', 'l'), hole('t', '1', '1')]
    const pair = trace(patterns, product(patterns, [S, T]))
    expect(bindings(pair, trace(store, product(store, [num(2), a, X, Y])))).toBe('S = times(2 a X), T = Y')
    const moving = trace(patterns, product(patterns, [S, differential(patterns, t)]))
    expect(bindings(moving, trace(store, product(store, [X, differential(store, a)])))).toBe('t = a, S = X')
    expect(bindings(moving, trace(store, product(store, [X, differential(store, X)])))).toBeUndefined()
    const scalars = trace(patterns, product(patterns, [s, t]))
    expect(bindings(scalars, trace(store, product(store, [a, b])))).toBe('s = a, t = b')
    expect(bindings(scalars, trace(store, product(store, [num(2), a, b])))).toBeUndefined()
    expect(bindings(scalars, trace(store, product(store, [a, b, X])))).toBeUndefined()
  })

  test('of scalars matches some of the scalars and leaves the rest around them', () => {
    const pattern = product(patterns, [trace(patterns, S), trace(patterns, S)])
    const [trX, trY] = [trace(store, X), trace(store, Y)]
    const subject = product(store, [num(2), trX, trY, trX, A])
    expect(rewrite(pattern, trace(patterns, S), subject)).toBe('times(2 tr(Y) tr(X) A)')
  })

  test('takes scalars from in front in any order', () => {
    const pattern = product(patterns, [trace(patterns, S), s])
    expect(bindings(pattern, product(store, [a, trace(store, X)]))).toBe('S = X, s = a')
  })
})

describe('a commutative operator', () => {
  test('matches its operands in any order', () => {
    const pattern = transpose(patterns, P)
    const At = transpose(store, A)
    const Z = matrix('Z', 'n', 'm')
    expect(bindings(sum(patterns, [transpose(patterns, P), hole('V', 'j', 'i')]), sum(store, [Z, At]))).toBe(
      'P = A, V = Z',
    )
    expect(bindings(pattern, sum(store, [Z, Z]))).toBeUndefined()
  })

  test('may match some of the operands and keeps the others', () => {
    const pattern = patterns.apply(together, [S, patterns.apply(inverse, [S])])
    const subject = store.apply(together, [Y, store.apply(inverse, [X]), X])
    expect(rewrite(pattern, eye(patterns, 'l'), subject)).toBe('together(eye[n,n] Y)')
  })

  test('below the root is matched whole', () => {
    const pattern = transpose(patterns, sum(patterns, [P, R]))
    expect(bindings(pattern, transpose(store, sum(store, [X, Y])))).toBe('P = X, R = Y')
    expect(bindings(pattern, transpose(store, sum(store, [X, Y, eye(store, 'n')])))).toBeUndefined()
  })
})

test('a failed attempt leaves no sizes behind', () => {
  // S first tries X (n×n), then must be the m×m factor: the n of the first attempt may not stay.
  const M = matrix('M', 'm', 'm')
  const pattern = product(patterns, [S, patterns.apply(inverse, [S]), hole('U', 'l', 'u')])
  const subject = product(store, [M, A, X, store.apply(inverse, [X]), B])
  expect(bindings(pattern, subject)).toBe('S = X, U = B')
  const terms = sum(patterns, [product(patterns, [s, eye(patterns, 'l')]), S])
  expect(bindings(terms, sum(store, [X, product(store, [a, eye(store, 'n')])]))).toBe('s = a, S = X')
})

describe('constants of a pattern', () => {
  test('match the same number only', () => {
    const pattern = product(patterns, [number(patterns, rational(2)), S])
    expect(bindings(pattern, product(store, [num(2), X]))).toBe('S = X')
    expect(bindings(pattern, product(store, [num(3), X]))).toBeUndefined()
    expect(bindings(pattern, X)).toBeUndefined()
  })

  test('match an identity matrix or a matrix of ones of any size, and bind the size', () => {
    expect(
      rewrite(
        patterns.apply(inverse, [eye(patterns, 'l')]),
        eye(patterns, 'l'),
        store.apply(inverse, [eye(store, 'm')]),
      ),
    ).toBe('eye[m,m]')
    const turned = ones(patterns, { rows: 'j', cols: 'i' })
    const pattern = transpose(patterns, ones(patterns, { rows: 'i', cols: 'j' }))
    expect(rewrite(pattern, turned, transpose(store, ones(store, A.shape)))).toBe('fill[n,m](1)')
    const square = sum(patterns, [S, ones(patterns, { rows: 'l', cols: 'l' })])
    expect(bindings(square, sum(store, [ones(store, X.shape), X]))).toBe('S = X')
    expect(bindings(square, sum(store, [ones(store, A.shape), A]))).toBeUndefined()
  })
})

test('an instance is in normal form', () => {
  const pattern = product(patterns, [P, Q])
  const template = product(patterns, [transpose(patterns, Q), transpose(patterns, P)])
  expect(rewrite(transpose(patterns, pattern), template, transpose(store, product(store, [b, A, B])))).toBe(
    'times(transpose(B) transpose(times(b A)))',
  )
})

describe('sums over an index', () => {
  const setUp = () => {
    const symbols = createSymbols()
    const { store, X, Y } = symbols
    const xs = family(store, 'xs', { shape: X.shape, facts: 0, count: 'N' })
    const over = (term: (index: Expression) => Expression, name?: string) => {
      const index = freshIndex(store, [term(openIndex(store, 0))])
      return series(store, index, size(store, 'N'), term(index), name)
    }
    return { store, X, Y, xs, over }
  }

  test('a metavariable stands for nothing that an index is in', () => {
    const { store, X, Y, xs, over } = setUp()
    const constant = over(() => X)
    expect(
      matchRoot(
        store,
        constant,
        over(() => Y),
        () => true,
      )?.bindings.values.get(X),
    ).toBe(Y)
    expect(
      matchRoot(
        store,
        constant,
        over(i => member(store, xs, i)),
        () => true,
      ),
    ).toBeUndefined()
  })

  test('an index of the pattern is that of the same sum of the subject', () => {
    const { store, X, Y, over } = setUp()
    const matches = (pattern: Expression, subject: Expression) =>
      matchRoot(store, pattern, subject, () => true)?.bindings.values.get(X)
    const times = (index: Expression, what: Expression) => product(store, [index, what])
    expect(
      matches(
        over(i => times(i, X)),
        over(i => times(i, Y)),
      ),
    ).toBe(Y)
    const inner = (what: Expression) => over(() => over(j => times(j, what)))
    const outer = (what: Expression) => over(i => over(() => times(i, what)))
    expect([matches(inner(X), inner(Y)), matches(outer(X), outer(Y))]).toEqual([Y, Y])
    expect([matches(inner(X), outer(Y)), matches(outer(X), inner(Y))]).toEqual([undefined, undefined])
  })

  test('where an index is in one term, a metavariable may stand for another one', () => {
    const { store, X, Y, xs, over } = setUp()
    const pattern = over(i => sum(store, [X, member(store, xs, i)]))
    for (const terms of [(i: Expression) => [Y, member(store, xs, i)], (i: Expression) => [member(store, xs, i), Y]]) {
      const subject = over(i => sum(store, terms(i)))
      expect(matchRoot(store, pattern, subject, () => true)?.bindings.values.get(X)).toBe(Y)
    }
  })

  test('an index of the template captures nothing', () => {
    const { store, X, xs, over } = setUp()
    const index = freshIndex(store, [])
    const values = new Map([
      [X, member(store, xs, index)],
      [xs, xs],
    ])
    const bindings = { values, dimensions: new Map() }
    const built = instantiate(
      store,
      over(i => product(store, [X, member(store, xs, i)])),
      bindings,
    )
    expect(series(store, index, size(store, 'N'), built)).toBe(
      over(i => over(j => product(store, [member(store, xs, i), member(store, xs, j)]))),
    )
  })
})
