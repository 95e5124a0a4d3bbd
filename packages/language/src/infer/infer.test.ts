import { defineOperator, multiplyDimensions, shapeToText } from '@matrix-derive/core'
import { builtInOperators } from '@matrix-derive/operators'
import { expect, test } from 'vitest'
import { readProgram } from '../read.ts'
import { assumed, problemWith, read } from '../testing/reading.ts'

test.each([
  ['tr(A*X*B)', 'A: matrix(m,n), X: matrix(n,p), B: matrix(p,m)'],
  ["x'*A*x", 'x: vector(m), A: matrix(m,m)'],
  ['W*x + b', 'W: matrix(m,n), x: vector(n), b: vector(m)'],
  ["y'*y", 'y: vector(m)'],
  ['inv(A + t*B)', 'A: matrix(m,m), t: scalar, B: matrix(m,m)'],
  ['A*exp(t*B)', 'A: matrix(m,n), t: scalar, B: matrix(n,p)'],
  ['a*x', 'a: scalar, x: vector(m)'],
  ['x^2', 'x: scalar'],
  ['x/y', 'x: vector(m), y: scalar'],
  ['tr(A*x)', 'A: matrix(m,m), x: scalar'],
  ['h = tanh(W1*x); norm2(W2*h - t)^2', 'W1: matrix(m,n), x: vector(n), W2: matrix(p,m), t: vector(p)'],
  [
    "(A*x + b)'*C*(D*x + e)",
    'A: matrix(m,n), x: vector(n), b: vector(m), C: matrix(m,p), D: matrix(p,n), e: vector(p)',
  ],
  ['kron(A, B)*z', 'A: matrix(m,n), B: matrix(p,q), z: vector(n*q)'],
  ['y - vec(X)', 'y: vector(m*n), X: matrix(m,n)'],
  ['X^k', 'X: matrix(m,m), k: integer'],
  ['X^(k + 1)', 'X: matrix(m,m), k: integer'],
  ['dot(a, x)', 'a: vector(m), x: vector(m)'],
  ['diag(x)*A', 'x: vector(m), A: matrix(m,n)'],
  ['softmax(W*x)', 'W: matrix(m,n), x: vector(n)'],
  ['A + eye', 'A: matrix(m,m)'],
  ['X^T*X', 'X: matrix(m,n)'],
])('%s assumes %s', (text, assumptions) => {
  expect(assumed(text)).toBe(assumptions)
})

test('names of sizes mean nothing else in the program', () => {
  expect(assumed('X*n', { n: 'scalar' })).toBe('X: matrix(m,p)')
  expect(assumed('n*X')).toBe('n: scalar, X: matrix(m,p)')
  expect(assumed('A*X', { X: 'matrix(m,n)' })).toBe('A: matrix(p,m)')
  expect(assumed('A*eye(m)')).toBe('A: matrix(n,m)')
})

test('declared sizes are given', () => {
  expect(assumed('A*X*B', { X: 'matrix(3,n)' })).toBe('A: matrix(m,3), B: matrix(n,p)')
  expect(assumed('kron(X, B)*z', { X: 'matrix(p,m)', z: 'vector(m*n)' })).toBe('B: matrix(q,n)')
  expect(assumed('kron(X, B)*z', { X: 'matrix(p,2*n)', z: 'vector(6*m*n)' })).toBe('B: matrix(q,3*m)')
})

test('equally good readings give a note that says how to get the other', () => {
  const { assumptions, notes } = read('t*x')
  expect(assumptions.map(({ text }) => text)).toEqual(['t: scalar', 'x: vector(m)'])
  expect(notes).toEqual([
    'Read t as a scalar, x as a vector; the other way is as likely. To choose it declare "t: vector(n)", "x: scalar".',
  ])
  expect(assumed('t*x', { t: 'vector(n)' })).toBe('x: scalar')
  expect(read('a + x').notes).toHaveLength(1)
  expect(read('x').notes).toEqual([])
  expect(read("x'*A*x").notes).toEqual([])
})

test('groups of names are decided each for itself', () => {
  const text = Array.from({ length: 300 }, (_, i) => `sum(t${i}*x${i})`).join(' + ')
  expect(read(text).notes).toHaveLength(300)
})

test.each([
  ['eye(n)', {}, 'n×n'],
  ['eye(tri(n))', {}, 'tri(n)×tri(n)'],
  ['zeros(2*tri(n), m)', {}, '2*tri(n)×m'],
  ['ones(n)', {}, 'n×1'],
  ['ones(m,n)', {}, 'm×n'],
  ['zeros(m*n, 2)', {}, 'm*n×2'],
  ['commutation(m,n)', {}, 'm*n×m*n'],
  ['A⊗B', { A: 'matrix(2,n)', B: 'matrix(3,m)' }, '6×m*n'],
  ['vec(A)', { A: 'matrix(2,n)' }, '2*n×1'],
  ['D(l)(Y)', { l: 'function(matrix(p,q)) -> scalar' }, 'q×p'],
  ['D(l)(y)', { l: 'function(vector(m)) -> scalar' }, '1×m'],
  ['D(D(l))(y)', { l: 'function(vector(m)) -> scalar' }, 'm×m'],
  ['D(f)(y)', { f: 'function(vector(m)) -> vector(n)' }, 'n×m'],
  ['D(f)(y)', { f: 'function(vector(m)) -> matrix(n,p)' }, 'n*p×m'],
  ['D(f,2)(x, y)', { f: 'function(vector(m), vector(n)) -> vector(p)' }, 'p×n'],
  ['D(f,1)(x, y)', { f: 'function(vector(m), vector(n)) -> vector(p)' }, 'p×m'],
  [`sigma${"'".repeat(16)}(x)`, { sigma: 'elementwise', x: 'vector(m)' }, 'm×1'],
  ['frechet(expm, X, E, E, E, E, E, E)', { X: 'matrix(n)' }, 'n×n'],
  ["sigma''(W*x)", { sigma: 'elementwise', W: 'matrix(m,n)' }, 'm×1'],
  ['d(A*x)', { A: 'matrix(m,n)' }, 'm×1'],
  ['frechet(expm, X, E)', { X: 'matrix(n)' }, 'n×n'],
])('%s with %j is %s', (text, declarations, shape) => {
  expect(shapeToText(read(text, declarations).expression.shape)).toBe(shape)
})

test('an operator with a shape rule of its own says its shape as soon as those of its operands are known', () => {
  const doubled = defineOperator({
    name: 'doubled',
    summary: 'every row twice',
    shape: ([x]) => ({ rows: multiplyDimensions('2', x.shape.rows), cols: x.shape.cols }),
    evaluate: (_, [x]) => x,
  })
  const readWith = (text: string, declarations: Record<string, string>) =>
    readProgram({ text, declarations, operators: [...builtInOperators, doubled] })
  const { assumptions, expression } = readWith('doubled(X) + A*B', { X: 'matrix(m,n)' })
  expect(assumptions.map(({ text }) => text)).toEqual(['A: matrix(2*m,p)', 'B: matrix(p,n)'])
  expect(shapeToText(expression.shape)).toBe('2*m×n')
  expect(shapeToText(readWith('doubled(X*Y)', {}).expression.shape)).toBe('2*m×p')
  expect(readWith('A + doubled(X)', {}).assumptions.map(({ text }) => text)).toEqual([
    'A: matrix(2*m,n)',
    'X: matrix(m,n)',
  ])
  const text = 'doubled(X) + A'
  expect(problemWith(() => readWith(text, { X: 'matrix(m,n)', A: 'matrix(3,n)' }), text).code).toBe('shape-mismatch')
})

test('long programs take time in proportion', () => {
  const lines = Array.from({ length: 2000 }, (_, i) => `h${i + 1} = tanh(W${i + 1}*h${i})`)
  const { assumptions, definitions } = read(`${lines.join('\n')}\nsum(h2000)`)
  expect(assumptions).toHaveLength(2001)
  expect(definitions).toHaveLength(2000)
})

test.each([
  `x${'+x'.repeat(5000)}`,
  `a${'*a'.repeat(5000)}`,
  `x${'.*x'.repeat(5000)}`,
  `x${"'".repeat(5000)}`,
  `A${'*A'.repeat(20000)}`,
])('length never becomes depth', text => {
  expect(read(text).symbols.size).toBe(1)
})

test('a formula may be nested a thousand deep', () => {
  expect(read(`${'tanh('.repeat(1000)}x${')'.repeat(1000)}`).symbols.size).toBe(1)
})
