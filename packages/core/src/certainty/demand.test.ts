import { describe, expect, test } from 'vitest'
import { Fact } from '../expression/facts.ts'
import { createStore } from '../expression/store.ts'
import { symbol } from '../expression/symbols.ts'
import type { Certainty } from './certainty.ts'
import { isCertain, isNeverMet, supposedBy } from './demand.ts'
import { anywhere, apartFromZero, between, type Interval, inside, nonnegative, positive } from './interval.ts'

const store = createStore()
const x = symbol(store, 'x', { rows: 'n', cols: '1' })
const y = symbol(store, 'y', { rows: 'n', cols: '1' })
const a = symbol(store, 'a', { rows: '1', cols: '1' })
const A = symbol(store, 'A', { rows: 'n', cols: 'n' })
const S = symbol(store, 'S', { rows: 'n', cols: 'n' }, Fact.symmetric)

const nothing: Certainty = {
  entries: anywhere,
  diagonal: anywhere,
  invertible: false,
  nonvanishing: false,
  form: undefined,
}

describe('a demand on the entries is certain where all of the interval meets it', () => {
  const met: [predicate: string, entries: Interval, certain: boolean][] = [
    ['x < 1', between(-3, 0.5), true],
    ['x < 1', inside(between(-3, 1)), true],
    ['x < 1', between(-3, 1), false],
    ['x < 1', between(-3, 2), false],
    ['x > 1', between(2, 3), true],
    ['x > 1', inside(between(1, 3)), true],
    ['x > 1', between(1, 3), false],
    ['x > 1', between(0, 3), false],
    ['x > -1', between(-1, 1), false],
    ['x > -1', inside(between(-1, 1)), true],
    ['x >= 1', between(1, 3), true],
    ['x >= 1', between(0, 3), false],
    ['x <> 1', between(0, 3), false],
    ['x > 0', positive, true],
    ['x > 0', nonnegative, false],
    ['x >= 0', nonnegative, true],
    ['x >= 0', anywhere, false],
    ['x <> 0', apartFromZero(anywhere), true],
    ['x <> 0', nonnegative, false],
    ['x > 0, almost everywhere', positive, true],
    ['x > n', positive, false],
    ['positive', positive, true],
    ['positive', nonnegative, false],
    ['nonnegative', nonnegative, true],
    ['nonzero entries', apartFromZero(anywhere), true],
    ['nonzero entries', anywhere, false],
    ['a word of a plugin', positive, false],
  ]
  test.each(met)('%s in %j: %s', (predicate, entries, certain) => {
    const known = () => ({ ...nothing, entries })
    expect(isCertain({ predicate, expression: x }, known, () => undefined)).toBe(certain)
  })

  test('of a function of them, where there is one', () => {
    const known = (expression: typeof x) => ({ ...nothing, entries: expression === y ? between(0, 0.5) : anywhere })
    const applied = (name: string) => (name === 'abs' ? y : undefined)
    expect(isCertain({ predicate: 'abs(x) < 1', expression: x }, known, applied)).toBe(true)
    expect(isCertain({ predicate: 'abs(x) > 1', expression: x }, known, applied)).toBe(false)
    expect(isCertain({ predicate: 'other(x) < 1', expression: x }, known, applied)).toBe(false)
  })
})

test('a number is nonzero and invertible by its value, a matrix by what is known of the whole', () => {
  const isSo = (predicate: string, expression: typeof x, certainty: Partial<Certainty>) =>
    isCertain(
      { predicate, expression },
      () => ({ ...nothing, ...certainty }),
      () => undefined,
    )
  for (const predicate of ['nonzero', 'invertible']) {
    expect(isSo(predicate, a, { entries: positive })).toBe(true)
    expect(isSo(predicate, a, { entries: nonnegative })).toBe(false)
    expect(isSo(predicate, A, { entries: positive })).toBe(false)
  }
  expect(isSo('nonzero', A, { nonvanishing: true })).toBe(true)
  for (const predicate of ['invertible', 'constant-rank', 'full-rank']) {
    expect(isSo(predicate, A, { invertible: true })).toBe(true)
    expect(isSo(predicate, A, { form: 'positive' })).toBe(false)
  }
})

test('v*A*v > 0 for all v makes a symmetric matrix positive definite, and any without negative eigenvalues', () => {
  const isSo = (predicate: string, expression: typeof x, form: Certainty['form']) =>
    isCertain(
      { predicate, expression },
      () => ({ ...nothing, form }),
      () => undefined,
    )
  expect(isSo('positive definite', S, 'positive')).toBe(true)
  expect(isSo('positive definite', S, 'nonnegative')).toBe(false)
  expect(isSo('positive definite', A, 'positive')).toBe(false)
  const without = 'without eigenvalues on the closed negative real axis'
  expect(isSo(without, A, 'positive')).toBe(true)
  expect(isSo(without, A, 'nonnegative')).toBe(false)
})

test('a condition says no more of its expression than it means', () => {
  expect(supposedBy({ predicate: 'positive definite', expression: S })).toEqual({ form: 'positive' })
  expect(supposedBy({ predicate: 'invertible', expression: A })).toEqual({ invertible: true })
  expect(supposedBy({ predicate: 'nonzero', expression: A })).toEqual({ nonvanishing: true })
  expect(supposedBy({ predicate: 'positive', expression: x })).toEqual({ entries: positive })
  expect(supposedBy({ predicate: 'x >= 0', expression: x })).toEqual({ entries: nonnegative })
  expect(supposedBy({ predicate: 'x <> 0', expression: x })).toEqual({ entries: apartFromZero(anywhere) })
  expect(supposedBy({ predicate: 'x < 0', expression: x })).toEqual({ entries: anywhere })
  for (const predicate of ['x > 1', 'x < 1', 'abs(x) > 0', 'full-rank', 'a word of a plugin'])
    expect(supposedBy({ predicate, expression: x })).toEqual({})
})

test('a condition is never met where structure makes zeros', () => {
  const L = symbol(store, 'L', { rows: 'n', cols: 'n' }, Fact.lower)
  const never = (predicate: string, expression: typeof x, certainty: Partial<Certainty> = {}) =>
    isNeverMet({ predicate, expression }, () => ({ ...nothing, ...certainty }))
  for (const predicate of ['positive', 'nonzero entries', 'x > 0', 'x <> 0']) {
    expect(never(predicate, L)).toBe(true)
    expect(never(predicate, A)).toBe(false)
    expect(never(predicate, A, { diagonal: between(0, 0) })).toBe(true)
    expect(never(predicate, A, { diagonal: between(0, 1) })).toBe(false)
    expect(never(predicate, a, { entries: between(0, 0) })).toBe(true)
  }
  for (const predicate of ['nonnegative', 'x > 1', 'x < 0', 'x <> 0, almost everywhere', 'abs(x) > 0', 'invertible'])
    expect(never(predicate, L)).toBe(false)
})
