import {
  createStore,
  DerivationError,
  type Expression,
  elementwiseFunction,
  named,
  sum,
  symbol,
} from '@matrix-derive/core'
import { applyElementwise, tanhOperator } from '@matrix-derive/operators'
import { expect, test } from 'vitest'
import { toLatex, toProgram, toText, toUnicode } from './index.ts'

const store = createStore()
const vector = (name: string) => symbol(store, name, { rows: 'n', cols: '1' })
const tanh = (operand: Expression) => applyElementwise(store, tanhOperator, operand)

test('a chain of 2000 functions is written without recursion', () => {
  let chain: Expression = vector('x')
  for (let i = 0; i < 2000; i++) chain = tanh(chain)
  for (const write of [toText, toUnicode, toLatex]) expect(write(chain).length).toBeGreaterThan(10_000)
})

test('a graph whose tree has 2^60 nodes is refused at once', () => {
  let twice: Expression = vector('x')
  for (let i = 0; i < 60; i++) twice = tanh(sum(store, [twice, store.apply(elementwiseFunction('f'), [twice])]))
  for (const write of [toText, toUnicode, toLatex, toProgram]) {
    const start = performance.now()
    expect(() => write(twice)).toThrow(DerivationError)
    expect(performance.now() - start).toBeLessThan(200)
  }
  expect(() => toText(vector('x'), { limit: 0 })).toThrow('at most 0 characters')
})

test('a program defines what it uses, once and in order', () => {
  const x = vector('x')
  const h = named(store, 'h', tanh(x))
  const y = named(store, 'y', sum(store, [h, x]))
  named(store, 'unused', x)
  expect(toProgram(sum(store, [tanh(y), h]))).toBe('h = tanh(x); y = h + x; tanh(y) + h')
  expect(toProgram(x)).toBe('x')
})
