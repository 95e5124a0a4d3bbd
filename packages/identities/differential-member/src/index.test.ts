import {
  createStore,
  differential,
  family,
  member,
  number,
  openIndex,
  rational,
  sum,
  symbol,
} from '@matrix-derive/plugin'
import { testIdentity } from '@matrix-derive/testing'
import { expect, test } from 'vitest'
import identity from './index.ts'

testIdentity(identity)

// Under a sum that does not reach all members, or by a number of its own, a member may or may not be the one.
test('a member of another number, of a family by which it is derived', () => {
  const store = createStore()
  const x = family(store, 'x', { shape: { rows: 'n', cols: '1' }, facts: 0, count: 'N' })
  const y = family(store, 'y', { shape: { rows: 'n', cols: '1' }, facts: 0, count: 'N' })
  const k = symbol(store, 'k', { rows: '1', cols: '1' }, 1 << 7)
  const context = { store, depends: () => true, members: [member(store, x, k)], assume: () => {} }
  const change = (of: typeof x, at: typeof k) => differential(store, member(store, of, at))
  const next = sum(store, [openIndex(store, 0), number(store, rational(1))])
  expect(identity.rewrite(change(x, next), context)).toBeDefined()
  expect(identity.rewrite(change(x, number(store, rational(3))), context)).toBeDefined()
  expect(identity.rewrite(change(x, k), context)).toBeUndefined()
  expect(identity.rewrite(change(y, next), context)).toBeUndefined()
  expect(identity.rewrite(member(store, x, next), context)).toBeUndefined()
  expect(identity.rewrite(differential(store, k), context)).toBeUndefined()
  expect(identity.rewrite(change(x, next), { ...context, members: [] })).toBeUndefined()
})
