import type { ErrorCode } from '@matrix-derive/core'
import { expect, test } from 'vitest'
import { problemIn } from './testing/reading.ts'

type Case = [text: string, declarations: Record<string, string>, code: ErrorCode, blamed: string, suggestion?: RegExp]

const cases: Case[] = [
  ['x*y', { x: 'vector(n)', y: 'vector(n)' }, 'shape-mismatch', 'x*y', /x'\*y, x\*y' or x\.\*y/],
  ['x*y', { x: 'vector(n)', y: 'vector(m)' }, 'shape-mismatch', 'x*y', /x\*y'/],
  ['A*x', { A: 'matrix(m,n)', x: 'vector(m)' }, 'shape-mismatch', 'A*x', /A'\*x/],
  ['A*B*C', { A: 'matrix(m,n)', B: 'matrix(n,p)', C: 'matrix(q,p)' }, 'shape-mismatch', 'B*C', /C'/],
  ['A + c', { A: 'matrix(n,n)', c: 'scalar' }, 'shape-mismatch', 'c', /c\*matrix\(1\).*c\*eye/],
  ['A + 1', {}, 'shape-mismatch', '1', /write matrix\(1\)/],
  ['A + c', {}, 'shape-mismatch', 'c', /c\*matrix\(1\)/],
  ['x + 1', { x: 'vector(n)' }, 'shape-mismatch', '1', /write vector\(1\)/],
  ['x + 2', { x: 'vector(n)' }, 'shape-mismatch', '2', /write 2\*vector\(1\)/],
  ['A*x', { A: 'matrix(m,n*q)', x: 'vector(nq)' }, 'shape-mismatch', 'A*x', /n\*q for the product of sizes/],
  ['x + y', { x: 'vector(n*q)', y: 'vector(nq)' }, 'shape-mismatch', 'y', /n\*q for the product of sizes/],
  ['X^-T', { X: 'matrix(n)' }, 'shape-mismatch', '-T', /inv\(X\)'/],
  ['A.T*x', {}, 'syntax', '.', /X' for X\.T/],
  ['‖x‖₂', {}, 'syntax', '₂', /Leave it out/],
  ['max(x)', {}, 'unknown-function', 'max', /"relu"/],
  ['A + B', { A: 'matrix(m,n)', B: 'matrix(n,m)' }, 'shape-mismatch', 'B', /B'/],
  ['r + 1', { r: 'rowvector(n)' }, 'shape-mismatch', '1', /write vector\(1\)'/],
  ['c.*A', { A: 'matrix(m,n)', c: 'scalar' }, 'shape-mismatch', 'A', /c\*A/],
  ['A/B', {}, 'shape-mismatch', 'B', /inv/],
  ['A./c', { A: 'matrix(m,n)', c: 'scalar' }, 'shape-mismatch', 'c', /A\/c/],
  ['A./B', { A: 'matrix(m,n)', B: 'matrix(n,m)' }, 'shape-mismatch', 'B', /B'/],
  ['X.^Y', {}, 'shape-mismatch', 'Y', /exp/],
  ['l(x)', { l: 'function(vector(m)) -> scalar', x: 'vector(n)' }, 'shape-mismatch', 'x'],
  ['dot(x,y)', { x: 'vector(n)', y: 'vector(m)' }, 'shape-mismatch', 'y'],
  ['X^s', { X: 'matrix(n)', s: 'scalar' }, 'shape-mismatch', 's', /integer/],
  ['tr(A)', { A: 'matrix(m,n)' }, 'not-square', 'A'],
  ['inv(A*B)', { A: 'matrix(m,n)', B: 'matrix(n,p)' }, 'not-square', 'A*B'],
  ['A^2', { A: 'matrix(m,n)' }, 'not-square', 'A', /\.\^/],
  ['det(A)', { A: 'matrix(2,3)' }, 'not-square', 'A'],
  ['tr(A, B)', {}, 'arity', 'tr'],
  ['tr()', {}, 'arity', 'tr'],
  ['vec()', {}, 'arity', 'vec'],
  ['vec(A, B)', {}, 'arity', 'vec'],
  ['eye(m, n)', {}, 'arity', 'eye'],
  ['vector(1, 2)', {}, 'arity', 'vector'],
  ['frechet(expm, X)', {}, 'arity', 'frechet'],
  ['frechet(expm, X, E, E, E, E, E, E, E)', {}, 'limit-exceeded', 'frechet'],
  ['l(x, y)', { l: 'function(vector(m)) -> scalar' }, 'arity', 'l'],
  ['tnh(x)', {}, 'unknown-function', 'tnh', /"tanh"/],
  ['ln(x)', {}, 'unknown-function', 'ln', /"log"/],
  ['constructor(x)', {}, 'unknown-function', 'constructor', /elementwise/],
  ['foo(x)', {}, 'unknown-function', 'foo', /foo: elementwise/],
  ["tanh'(x)", {}, 'unknown-function', "tanh'", /sigma: elementwise/],
  ["sigma'(x)", {}, 'unknown-function', "sigma'", /"sigma: elementwise"/],
  ["l'(x)", { l: 'function(vector(m)) -> scalar' }, 'unknown-function', "l'", /D\(l\)/],
  ['D(m)(x)', {}, 'unknown-function', 'm', /Declare/],
  ['frechet(sin, X, E)', {}, 'unknown-function', 'sin'],
  ['A(x)', { A: 'matrix(m,n)' }, 'syntax', 'A(x)', /A\*\(x\)/],
  ["x'(A)", { x: 'vector(n)' }, 'syntax', "x'(A)", /x'\*\(A\)/],
  ['D(l)', { l: 'function(vector(m)) -> scalar' }, 'syntax', 'D(l)'],
  ['D()(x)', {}, 'arity', 'D()'],
  ['D(l,1,1)(x)', { l: 'function(vector(m)) -> scalar' }, 'arity', 'D(l,1,1)'],
  ['D(l,0)(x)', { l: 'function(vector(m)) -> scalar' }, 'syntax', '0'],
  ['D(l,2)(x)', { l: 'function(vector(m)) -> scalar' }, 'arity', 'D(l,2)(x)'],
  ['l*2', { l: 'function(vector(m)) -> scalar' }, 'syntax', 'l'],
  ['tanh', {}, 'syntax', 'tanh'],
  ['eye(x+1)', {}, 'syntax', 'x+1'],
  ['eye(m*n/p)', {}, 'syntax', 'm*n/p'],
  ['A = 3; A', { A: 'scalar' }, 'syntax', 'A'],
  ['x', { tanh: 'elementwise' }, 'syntax', ''],
  ['||A*x||^2', {}, 'syntax', '|', /norm2\(x\)/],
  ['x.T*A*x', {}, 'syntax', '.', /X'/],
  ['A@x', {}, 'syntax', '@', /\*/],
  ['x**2', {}, 'syntax', '*', /\^/],
  ['x* *2', {}, 'syntax', '*'],
  ['A\\b', {}, 'syntax', '\\', /inv\(A\)\*b/],
  ['x^T A', {}, 'syntax', 'A', /\.\.\.\^T\*A/],
  ['y = 2*z; z = 3; y', {}, 'unknown-name', 'z'],
  ['eye', {}, 'ambiguous', 'eye', /eye\(n\)/],
  ['matrix(1)', {}, 'ambiguous', 'matrix(1)', /ones/],
  ['commutation(m,n)*vec(A)', {}, 'ambiguous', 'A', /Declare/],
  ['X^(1/2)', {}, 'unsupported', '(1/2)', /^Write sqrtm/],
  ['X^(1/3)', {}, 'unsupported', '(1/3)', /^Write expm/],
  ['X^(3/2)', {}, 'unsupported', '(3/2)', /^Write expm/],
  ['kron(X, B)*z', { X: 'matrix(p,m)', z: 'vector(k*n)' }, 'shape-mismatch', 'kron(X, B)'],
  ['kron(X, B)*z', { X: 'matrix(p,2)', z: 'vector(5)' }, 'shape-mismatch', 'kron(X, B)'],
  ['x', { x: 'vector(n)[N]' }, 'syntax', 'x', /x\[i\]/],
  ['sum(i in 1..N, x[i]) + x', {}, 'syntax', 'x', /x\[i\]/],
  ['x + sum(i in 1..N, x[i])', {}, 'shape-mismatch', 'x[i]', /vector\(n\)\[N\]/],
  ['sum(i in 1..N, x[i])', { x: 'vector(n)' }, 'shape-mismatch', 'x[i]', /vector\(n\)\[N\]/],
  ['sum(i in 1..M, x[i])', { x: 'vector(n)[N]' }, 'shape-mismatch', 'x[i]', /run up to N/],
  ['sum(i in 1..N, x[i + 1])', { x: 'vector(n)[N]' }, 'shape-mismatch', 'x[i + 1]'],
  ['sum(i in 1..N, x[i - 1])', { x: 'vector(n)[N]' }, 'shape-mismatch', 'x[i - 1]'],
  ['x[1, 2]', { x: 'vector(n)[N]' }, 'syntax', '[1, 2]'],
  ['x[]', { x: 'vector(n)[N]' }, 'syntax', '[]'],
  ['‖x, y‖', {}, 'syntax', '‖x, y‖'],
  ['x[0]', { x: 'vector(n)[N]' }, 'shape-mismatch', 'x[0]'],
  ['x[4]', { x: 'vector(n)[3]' }, 'shape-mismatch', 'x[4]'],
  ['x[k]', { x: 'vector(n)[3]', k: 'scalar' }, 'unsupported', 'k'],
  ['sum(i in 1..N, x[2*i])', { x: 'vector(n)[N]' }, 'unsupported', '2*i'],
  ['sum(i in 2..N, x[i])', { x: 'vector(n)[N]' }, 'unsupported', '2', /1\.\.N/],
  ['sum(i in 1..N, x[i])', { i: 'scalar' }, 'syntax', 'sum(i in 1..N, x[i])', /another name/],
  ['sum(N in 1..N, x[N])', {}, 'syntax', 'sum(N in 1..N, x[N])', /another name/],
  ['i + sum(i in 1..N, x[i])', {}, 'syntax', 'sum(i in 1..N, x[i])', /another name/],
  ['sum(i in 1..a, x[i])', { a: 'scalar' }, 'shape-mismatch', 'a', /integers/],
  ['sum(i in 1..n - 1, x[i])', { n: 'integer' }, 'ambiguous', 'x[i]', /Declare/],
  ['[1, 2]', {}, 'syntax', '[1, 2]', /\[x\[1\], \.\.\., x\[N\]\]/],
  ['[x[2], ..., x[N]]', {}, 'syntax', 'x[2], ..., x[N]', /x\[1\]/],
  ['[x[1], ..., y[N]]', {}, 'syntax', 'x[1], ..., y[N]'],
  ['[x[1], ...; x[N]]', {}, 'syntax', 'x[1], ...; x[N]'],
  ['[x[1], ..., x[M]]', { x: 'vector(n)[N]' }, 'shape-mismatch', 'M'],
  ['[x[1], ..., x[N]]', { x: 'vector(n)' }, 'shape-mismatch', '[x[1], ..., x[N]]', /vector\(n\)\[N\]/],
  ['[x[1]; ...; x[N]]', { x: 'vector(n)[N]' }, 'shape-mismatch', '[x[1]; ...; x[N]]', /side by side/],
  ['[r[1], ..., r[N]]', { r: 'rowvector(n)[N]' }, 'shape-mismatch', '[r[1], ..., r[N]]', /one below the other/],
  ['[X[1], ..., X[N]]', {}, 'ambiguous', '[X[1], ..., X[N]]', /Declare/],
  ['x/0', {}, 'value', '0'],
  ['(9^64)^64', {}, 'limit-exceeded', '(9^64)^64'],
  ["sigma'''''''''''''''''(x)", { sigma: 'elementwise' }, 'limit-exceeded', "sigma'''''''''''''''''"],
  ['0^-1', {}, 'value', '0^-1'],
]

test.each(cases)('%j with %j is %s at %j', (text, declarations, code, blamed, suggestion) => {
  const problem = problemIn(text, declarations)
  expect(problem).toMatchObject({ code, blamed })
  expect(problem.message).toMatch(/\.$/)
  if (suggestion) expect(problem.suggestion).toMatch(suggestion)
})

test('a clash of declared sizes names them', () => {
  expect(problemIn('A*X', { A: 'matrix(m,n)', X: 'matrix(p,q)' }).message).toContain('m×n times p×q')
})

test('too many readings ask for declarations', () => {
  const text = Array.from({ length: 500 }, (_, i) => `x${i}`).join('*')
  expect(problemIn(text)).toMatchObject({ code: 'ambiguous' })
})

test('sizes that double with every line are turned down', () => {
  const lines = Array.from({ length: 60 }, (_, i) => `A${i + 1} = kron(A${i}, A${i})`)
  expect(problemIn(`${lines.join('\n')}\nA60`).code).toBe('limit-exceeded')
})

test('fractions whose digits grow without end are turned down', () => {
  expect(problemIn(Array.from({ length: 5000 }, (_, i) => `1/${2 * i + 3}`).join('+')).code).toBe('limit-exceeded')
})

test.each([
  [
    'kron(eye(2), X) + X',
    {},
    'kron(eye(2), X)',
    'Expected m rows of (kron(eye(2), X)) to fit what is around it, received 2*m.',
  ],
  ['eye(2) ⊗ X + X', {}, 'eye(2) ⊗ X', 'Expected m rows of (eye(2) ⊗ X) to fit what is around it, received 2*m.'],
  [
    'kron(X, eye(n)) + A*X',
    {},
    'kron(X, eye(n))',
    'Expected p columns of (kron(X, eye(n))) to fit what is around it, received n*p.',
  ],
  [
    "x'*kron(A, B)*x",
    { A: 'matrix(2)', x: 'vector(5)' },
    'kron(A, B)',
    'Expected 5 rows of kron(A, B) to fit what is around it, received 2*m.',
  ],
] as const)('%s: which sizes of a Kronecker product clash', (text, declarations, blamed, message) => {
  expect(problemIn(text, declarations)).toMatchObject({ code: 'shape-mismatch', message, blamed })
})

test('every name that is suggested for one of elsewhere is known', () => {
  for (const name of [
    'Adjugate',
    'cholesky',
    'diagonal',
    'frobenius',
    'heaviside',
    'inverse',
    'ln',
    'logistic',
    'lse',
  ]) {
    const near = /"(.*?)"/.exec(problemIn(`${name}(X)`).suggestion ?? '')
    expect(problemIn(`${near?.[1]}()`), name).toMatchObject({ code: 'arity' })
  }
})
