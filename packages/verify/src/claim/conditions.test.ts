import { createStore, Fact, symbol } from '@matrix-derive/core'
import { expect, test } from 'vitest'
import { assumptionsFor, canCompare, equalSizes } from './conditions.ts'

const matrix = (name: string, rows: string, cols: string, facts: number = Fact.none) =>
  symbol(createStore(), name, { rows, cols }, facts)

/** What is tried, in its order: `m = n, A symmetric`. */
const tried = (...[symbols, dimensions = []]: [symbols: ReturnType<typeof matrix>[], dimensions?: string[]]) =>
  assumptionsFor(symbols, dimensions).map(({ conditions }) =>
    conditions
      .map(each => (each.kind === 'structure' ? `${each.name} ${each.structure}` : each.sizes.join(' = ')))
      .join(', '),
  )

test('sizes are equal in pairs, then all of them', () => {
  expect(tried([], ['m', 'n'])).toEqual(['m = n'])
  expect(tried([], ['m', 'n', 'p'])).toEqual(['m = n', 'm = p', 'n = p', 'm = n = p'])
  expect(tried([], ['m'])).toEqual([])
})

test('a matrix has a structure that it is not known to have, and is square for that', () => {
  expect(tried([matrix('A', 'n', 'n')])).toEqual(['A symmetric', 'A orthogonal', 'A diagonal'])
  expect(tried([matrix('S', 'n', 'n', Fact.symmetric)])).toEqual(['S orthogonal', 'S diagonal'])
  expect(tried([matrix('B', 'n', 'm')])).toEqual(['m = n, B symmetric', 'm = n, B orthogonal', 'm = n, B diagonal'])
  expect(tried([matrix('C', '2*n', 'm'), matrix('D', 'm', '3'), matrix('x', 'm', '1')])).toEqual([])
})

test('several matrices are symmetric together, and sizes that they share are one', () => {
  const together = (...symbols: ReturnType<typeof matrix>[]) =>
    tried(symbols).filter(conditions => (conditions.match(/symmetric/g) ?? []).length > 1)
  const [A, B, C, D] = [matrix('A', 'm', 'n'), matrix('B', 'p', 'n'), matrix('C', 'q', 'r'), matrix('D', 'q', 'm')]
  expect(together(A, B)).toEqual(['m = n = p, A symmetric, B symmetric'])
  expect(together(A, C)).toEqual(['m = n, q = r, A symmetric, C symmetric'])
  expect(together(A, C, D).at(-1)).toBe('m = n = q = r, A symmetric, C symmetric, D symmetric')
  expect(together(A, C, D)).toHaveLength(4)
  const S = matrix('S', 'n', 'n', Fact.symmetric)
  expect(together(matrix('E', 'n', 'n'), S)).toEqual([])
  const many = ['A', 'B', 'C', 'D', 'E'].map(name => matrix(name, 'k', 'k'))
  expect(together(...many)).toEqual(['A symmetric, B symmetric, C symmetric, D symmetric, E symmetric'])
})

test('shapes are compared with sizes that are equal', () => {
  const [A, B] = [matrix('A', 'm', 'n'), matrix('B', 'n', 'p')]
  const supposed = (...sizes: string[]) => canCompare(A, B, equalSizes([sizes]).supposing)
  expect([supposed('m', 'n'), supposed('n', 'p'), supposed('m', 'n', 'p')]).toEqual([false, false, true])
  expect([canCompare(A, A, {}), canCompare(A, B, {})]).toEqual([true, false])
})
