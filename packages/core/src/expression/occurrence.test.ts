import { expect, test } from 'vitest'
import { createSymbols } from '../testing/symbols.ts'
import { trace, transpose } from './linear.ts'
import { bitOf } from './occurrence.ts'
import { product } from './product.ts'

test('an expression has the bits of the operators at it and below it, however deep', () => {
  const { store, A, X, Y } = createSymbols()
  let deep = transpose(store, Y)
  for (let depth = 0; depth < 10; depth++) deep = product(store, [transpose(store, product(store, [X, deep])), X])
  const all = trace(store, product(store, [deep, X])).occurring
  for (const name of ['tr', 'times', 'transpose', 'symbol']) expect(all & bitOf(name)).toBe(bitOf(name))
  expect(A.occurring).toBe(bitOf('symbol'))
  expect(bitOf('tr')).not.toBe(bitOf('transpose'))
})

test('an operator keeps its bit, and more of them than there are bits share some', () => {
  const names = Array.from({ length: 60 }, (_, i) => `operator ${i}`)
  const bits = names.map(bitOf)
  expect(names.map(bitOf)).toEqual(bits)
  for (const bit of bits) expect(Math.log2(bit >>> 0) % 1).toBe(0)
  // Among the first ones of any process is the operator of symbols, which shares its own with no other.
  expect(bits).not.toContain(bitOf('symbol'))
  expect(new Set(bits).size).toBeGreaterThanOrEqual(20)
})
