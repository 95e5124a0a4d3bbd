import {
  createStore,
  DerivationError,
  defineOperator,
  type Expression,
  elementwiseFunction,
  named,
  Precedence,
  product,
  sum,
  symbol,
} from '@matrix-derive/core'
import { applyElementwise, inverse, tanhOperator } from '@matrix-derive/operators'
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
  expect(toText(vector('x'), { limit: 1 })).toBe('x')
})

test('a program defines what it uses, once and in order', () => {
  const x = vector('x')
  const h = named(store, 'h', tanh(x))
  const y = named(store, 'y', sum(store, [h, x]))
  named(store, 'unused', x)
  expect(toProgram(sum(store, [tanh(y), h]))).toBe('h = tanh(x); y = h + x; tanh(y) + h')
  expect(toProgram(x)).toBe('x')
})

test('an infix operator of a plugin is bracketed where it does not open a chain', () => {
  const star = defineOperator({
    name: 'star',
    summary: 'an operation that is not associative',
    signature: 'scalar, scalar -> scalar',
    evaluate: (_, [left]) => left,
    notation: { form: 'infix', precedence: Precedence.product, text: '*.', unicode: '⋆', latex: '\\star' },
  })
  const [a, b, c] = ['a', 'b', 'c'].map(name => symbol(store, name, { rows: '1', cols: '1' }))
  const join = (left: Expression, right: Expression) => store.apply(star, [left, right])
  expect(toUnicode(join(join(a, b), c))).toBe('a ⋆ b ⋆ c')
  expect(toUnicode(join(a, join(b, c)))).toBe('a ⋆ (b ⋆ c)')
  expect(toUnicode(join(product(store, [a, b]), c))).toBe('(ab) ⋆ c')
  expect(toUnicode(join(sum(store, [a, b]), c))).toBe('(a + b) ⋆ c')
  expect(toLatex(join(product(store, [a, inverse(store, b)]), c))).toBe('\\frac{a}{b} \\star c')
})
