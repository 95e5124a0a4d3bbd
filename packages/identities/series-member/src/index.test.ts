import {
  createStore,
  differential,
  family,
  member,
  openIndex,
  product,
  series,
  size,
  symbol,
  transpose,
} from '@matrix-derive/plugin'
import { testIdentity } from '@matrix-derive/testing'
import { expect, test } from 'vitest'
import identity from './index.ts'

testIdentity(identity)

// Another range may not reach the member, and with another index it is another one.
test('one term of a sum over all members is left', () => {
  const store = createStore()
  const x = family(store, 'x', { shape: { rows: 'n', cols: '1' }, facts: 0, count: 'N' })
  const k = symbol(store, 'k', { rows: '1', cols: '1' }, 1 << 7)
  const context = { store, depends: () => true, members: [member(store, x, k)], assume: () => {} }
  const index = openIndex(store, 0)
  const term = (at: typeof k) =>
    product(store, [transpose(store, member(store, x, at)), differential(store, member(store, x, at))])
  const over = (limit: string) => series(store, index, size(store, limit), term(index))
  expect(identity.rewrite(over('N'), context)).toBe(term(k))
  expect(identity.rewrite(over('M'), context)).toBeUndefined()
  expect(identity.rewrite(over('N'), { ...context, members: [] })).toBeUndefined()
  expect(identity.rewrite(term(k), context)).toBeUndefined()
  expect(identity.rewrite(series(store, index, size(store, 'N'), member(store, x, index)), context)).toBeUndefined()
  const fixed = product(store, [transpose(store, member(store, x, index)), differential(store, member(store, x, k))])
  expect(identity.rewrite(series(store, index, size(store, 'N'), fixed), context)).toBeUndefined()
})
