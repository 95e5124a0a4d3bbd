import {
  createStore,
  type Expression,
  family,
  isMember,
  kroneckerDelta,
  member,
  negate,
  number,
  one,
  openIndex,
  product,
  rational,
  series,
  size,
  sum,
  symbol,
} from '@matrix-derive/plugin'
import { testIdentity } from '@matrix-derive/testing'
import { expect, test } from 'vitest'
import identity from './index.ts'

testIdentity(identity)

// In another range there may be no such term.
test('the term whose number is that of the member is left', () => {
  const store = createStore()
  const x = family(store, 'x', { shape: { rows: 'n', cols: '1' }, facts: 0, count: 'N' })
  const k = symbol(store, 'k', { rows: '1', cols: '1' }, 1 << 7)
  const context = { store, depends: () => false, members: [member(store, x, k)], assume: () => {} }
  const index = openIndex(store, 0)
  const over = (limit: string, delta = kroneckerDelta(store, k, index)) =>
    series(store, index, size(store, limit), product(store, [delta, member(store, x, index)]))
  expect(isMember(identity.rewrite(over('N'), context)!)).toBe(true)
  expect(identity.rewrite(over('N'), context)).toBe(member(store, x, k))
  expect(identity.rewrite(over('N', kroneckerDelta(store, index, k)), context)).toBe(member(store, x, k))
  // Behind a minus, brackets are turned: -(1 - sign(i - k)^2) is written sign(i - k)^2 - 1.
  const turned = (delta: Expression) =>
    sum(
      store,
      delta.operands.map(part => negate(store, part)),
    )
  for (const [a, b] of [
    [index, k],
    [k, index],
  ])
    expect(identity.rewrite(over('N', turned(kroneckerDelta(store, a, b))), context)).toBe(
      negate(store, member(store, x, k)),
    )
  expect(identity.rewrite(over('N', sum(store, [number(store, one), k])), context)).toBeUndefined()
  expect(identity.rewrite(over('M'), context)).toBeUndefined()
  const delta = kroneckerDelta(store, k, index)
  expect(identity.rewrite(series(store, index, size(store, 'N'), delta), context)).toBe(number(store, rational(1)))
  expect(identity.rewrite(over('N'), { ...context, members: [] })).toBeUndefined()
})
