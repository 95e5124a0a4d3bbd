import { Fact, has, isFamily, levelOf, shapeToText } from '@matrix-derive/core'
import { expect, test } from 'vitest'
import { readExpression } from './read.ts'
import { meansTheSame, problemIn, read } from './testing/reading.ts'

const kinds = { x: 'vector(n)[N]', w: 'vector(n)', c: 'scalar[N]', A: 'matrix(n,n)' }

test.each([
  ['sum(i in 1..N, c[i]*x[i])', 'sum(t in 1..N, c[t]*x[t])'],
  ['sum(i in 1..N, sum(j in 1..N, c[i]*x[j]))', 'sum(j in 1..N, sum(i in 1..N, c[j]*x[i]))'],
  ['sum(i in 1..N, sum(i in 1..N, c[i]))', 'sum(i in 1..N, sum(j in 1..N, c[j]))'],
  ['sum(i in 1..N, c[i]) + sum(j in 1..N, c[j])', 'sum(k in 1..N, c[k]) + sum(k in 1..N, c[k])'],
  ['sum(j in 1..N - 1, c[j + 1]*c[j])', 'sum(i in 1..N - 1, c[i + 1]*c[i])'],
  ['Σ = A; sum(i in 1..N, Σ*x[i])', 'Sigma = A; sum(i in 1..N, Sigma*x[i])'],
])('%s is %s', (a, b) => {
  expect(meansTheSame(a, b, kinds)).toBe(true)
})

test.each([
  ['sum(i in 1..N, sum(j in 1..N, c[i]*x[j]))', 'sum(i in 1..N, sum(j in 1..N, c[i]*x[i]))'],
  ['sum(i in 1..N, sum(i in 1..N, c[i]))', 'sum(i in 1..N, sum(j in 1..N, c[i]))'],
  ['sum(i in 1..N - 1, c[i + 1])', 'sum(i in 1..N - 1, c[i])'],
])('%s is not %s', (a, b) => {
  expect(meansTheSame(a, b, kinds)).toBe(false)
})

test('a size is a number, of whatever it is the size', () => {
  const { expression } = read('n/N*sum(i in 1..N, c[i]^(N - i))', kinds)
  expect(shapeToText(expression.shape)).toBe('1×1')
  expect(expression.free).toBe(0)
})

test('an index may be the exponent of a matrix, a limit a declared integer', () => {
  const { expression } = read('sum(i in 1..k, A^(i - 1)*A^(k - i))', { ...kinds, k: 'integer' })
  expect(shapeToText(expression.shape)).toBe('n×n')
})

test('members have the structure of the family', () => {
  const { expression } = read('sum(i in 1..N, S[i])', { S: 'spd(n)[N]' })
  expect(has(expression.facts, Fact.positiveDefinite)).toBe(true)
})

test('families are inferred, with the limit as their number', () => {
  const { assumptions, symbols } = read("sum(i in 1..N, (y[i] - x[i]'*w)^2)")
  expect(assumptions.map(({ text }) => text)).toEqual(['y: scalar[N]', 'x: vector(m)[N]', 'w: vector(m)'])
  expect(isFamily(symbols.get('x')!.expression)).toBe(true)
  expect(read('sum(i in 1..3, tr(X[i]))').assumptions[0].text).toBe('X: matrix(m,m)[3]')
})

test('a text about the same names reads the same sizes', () => {
  const { expression, scope } = read('sum(i in 1..N, c*w)', { c: 'scalar', w: 'vector(n)' })
  expect(readExpression('sum(k in 1..N, c*w)', scope)).toBe(expression)
  expect(readExpression('N*n*c*w', scope).shape).toEqual(expression.shape)
})

test('a sum may run up to the index of another one', () => {
  const { expression } = read('sum(i in 1..N, sum(j in 1..i, c[i]*c[i]))', kinds)
  expect(shapeToText(expression.shape)).toBe('1×1')
})

test('indices are called by what is no size and no function', () => {
  const { scope } = read('l(w)*k', { ...kinds, l: 'function(vector(n)) -> scalar', k: 'matrix(i,j)' })
  expect(scope.store.names.has('i') && scope.store.names.has('j') && scope.store.names.has('l')).toBe(true)
})

test('indices are numbered by what is inside', () => {
  const { expression } = read('sum(i in 1..N, c[i]*sum(j in 1..N, c[j]))', kinds)
  expect(levelOf(expression.operands[0])).toBe(1)
})

test('sums may be nested to a limit', () => {
  const nested = (depth: number) =>
    `${Array.from({ length: depth }, (_, k) => `sum(i${k} in 1..N, `).join('')}c[i0]${')'.repeat(depth)}`
  expect(read(nested(12), kinds).expression.free).toBe(0)
  expect(problemIn(nested(200), kinds).code).toBe('limit-exceeded')
})

test.each([
  ['[x[1], ..., x[N]]', 'n×N'],
  ['[x[1], …, x[N]]*c', 'n×1'],
  ["c'*c", '1×1'],
  ['[c[1]; ...; c[N]]', 'N×1'],
  ['[r[1]; ...; r[N]]', 'N×p'],
  ['[A[1], ..., A[3]]', 'n×3*m'],
  ['X = [x[1], ..., x[N]]; X*diag(c)', 'n×N'],
])('all members stand side by side, rows and numbers one below the other: %s is %s', (text, shape) => {
  const { expression } = read(text, { ...kinds, r: 'rowvector(p)[N]', A: 'matrix(n,m)[3]' })
  expect(shapeToText(expression.shape)).toBe(shape)
})

test('a list of members says what they are and how many there are', () => {
  const { assumptions } = read("[x[1], ..., x[N]]'*w + [r[1]; ...; r[N]]*z")
  expect(assumptions.map(({ text }) => text)).toEqual(['x: vector(m)[N]', 'w: vector(m)', 'r: scalar[N]', 'z: scalar'])
})
