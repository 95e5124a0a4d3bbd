import { type Expression, family, freshIndex, member, series, size } from '@matrix-derive/core'
import { describe, expect, test } from 'vitest'
import { A, add, mul, neg, num, s, store, t, x } from './fixtures.ts'
import { toLatex, toText, toUnicode } from './index.ts'

const vectors = family(store, 'u', { shape: { rows: 'n', cols: '1' }, facts: 0, count: 'N' })
const rows = family(store, 'r', { shape: { rows: '1', cols: 'n' }, facts: 0, count: '5' })
const matrices = family(store, 'V', { shape: { rows: 'm', cols: 'n' }, facts: 0, count: '2*N' })
const numbers = family(store, 'c1', { shape: { rows: '1', cols: '1' }, facts: 0, count: 'N' })
const N = size(store, 'N')
const over = (limit: Expression, term: (index: Expression) => Expression, name?: string): Expression => {
  const index = freshIndex(store, [])
  return series(store, index, limit, term(index), name)
}
const u = (index: Expression) => member(store, vectors, index)
const c = (index: Expression) => member(store, numbers, index)

describe('sums over an index', () => {
  const all = over(N, i => mul(c(i), u(i)), 'i')
  const table: [string, Expression, string, string, string][] = [
    ['a sum', all, 'sum(i in 1..N, c1[i]*u[i])', '∑ᵢ₌₁ᴺ c₁[i]·uᵢ', '\\sum_{i=1}^{N} c_{1, i} u_{i}'],
    [
      'a sum at the end of a product and elsewhere',
      mul(num(-2), t(all), A),
      "-2*sum(i in 1..N, c1[i]*u[i])'*A",
      '-2(∑ᵢ₌₁ᴺ c₁[i]·uᵢ)ᵀ·A',
      '-2 \\left(\\sum_{i=1}^{N} c_{1, i} u_{i}\\right)^{\\top} A',
    ],
    [
      'a sum behind a matrix',
      mul(A, all),
      'A*sum(i in 1..N, c1[i]*u[i])',
      'A·∑ᵢ₌₁ᴺ c₁[i]·uᵢ',
      'A \\sum_{i=1}^{N} c_{1, i} u_{i}',
    ],
    [
      'a sum before a matrix',
      mul(over(N, c), A),
      'sum(i in 1..N, c1[i])*A',
      '(∑ᵢ₌₁ᴺ c₁[i])·A',
      '\\left(\\sum_{i=1}^{N} c_{1, i}\\right) A',
    ],
    [
      'a sum of a sum',
      over(N, i => add(u(i), neg(x))),
      'sum(i in 1..N, u[i] - x)',
      '∑ᵢ₌₁ᴺ (uᵢ - x)',
      '\\sum_{i=1}^{N} (u_{i} - x)',
    ],
    [
      'a sum among terms',
      add(x, all),
      'x + sum(i in 1..N, c1[i]*u[i])',
      'x + ∑ᵢ₌₁ᴺ c₁[i]·uᵢ',
      'x + \\sum_{i=1}^{N} c_{1, i} u_{i}',
    ],
    [
      'a shifted index and a shorter range',
      over(add(N, num(-1)), i => u(add(i, num(1)))),
      'sum(i in 1..N - 1, u[i + 1])',
      '∑ᵢ₌₁ᴺ⁻¹ uᵢ₊₁',
      '\\sum_{i=1}^{N - 1} u_{i + 1}',
    ],
    ['members as factors', mul(t(u(num(1))), x), "u[1]'*x", 'u₁ᵀx', 'u_{1}^{\\top} x'],
    [
      'all members, of numbers by the name alone',
      mul(vectors, numbers),
      '[u[1], ..., u[N]]*c1',
      '[u₁, …, u[N]]·c₁',
      '\\begin{bmatrix} u_{1} & \\cdots & u_{N} \\end{bmatrix} c_{1}',
    ],
    [
      'rows one below the other',
      rows,
      '[r[1]; ...; r[5]]',
      '[r₁; …; r₅]',
      '\\begin{bmatrix} r_{1} \\\\ \\vdots \\\\ r_{5} \\end{bmatrix}',
    ],
    [
      'as many matrices as a product says',
      matrices,
      '[V[1], ..., V[2*N]]',
      '[V₁, …, V[2N]]',
      '\\begin{bmatrix} V_{1} & \\cdots & V_{2 N} \\end{bmatrix}',
    ],
    ['sizes', mul(N, s), 'N*s', 'Ns', 'N s'],
  ]
  test.each(table)('%s', (_, expression, text, unicode, latex) => {
    expect([toText(expression), toUnicode(expression), toLatex(expression)]).toEqual([text, unicode, latex])
  })
})
