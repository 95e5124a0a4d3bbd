import {
  createStore,
  Fact,
  family,
  freshIndex,
  member,
  number,
  product,
  rational,
  replaceIndex,
  size,
} from '@matrix-derive/core'
import { expect, test } from 'vitest'
import { series, seriesOver } from './index.ts'

const store = createStore()
const numbers = (name: string) => family(store, name, { shape: { rows: '1', cols: '1' }, facts: Fact.none, count: 'N' })
const [x, y] = [numbers('x'), numbers('y')]
const index = freshIndex(store, [])
const total = series(store, index, size(store, 'N'), member(store, y, index))

test('what a sum takes in keeps an index of its own, also one with the number of that of the sum', () => {
  const taken = (factor: typeof total) => seriesOver(store, total, term => product(store, [factor, term]), [factor])
  const beside = member(store, x, index)
  const [open, first] = [taken(beside), number(store, rational(1))]
  expect(open.free).toBe(beside.free)
  expect(replaceIndex(store, open, index, first)).toBe(taken(member(store, x, first)))
  expect(open.operands[0].data?.name).toBe(total.operands[0].data?.name)
})
