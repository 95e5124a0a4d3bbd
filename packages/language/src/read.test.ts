import { createStore, isNamed } from '@matrix-derive/core'
import { builtInOperators } from '@matrix-derive/operators'
import { expect, test } from 'vitest'
import { readClaim, readExpression, readProgram, readStatement } from './read.ts'
import { meansTheSame, problemWith, read } from './testing/reading.ts'

const kinds = { A: 'matrix(n,n)', B: 'matrix(n,n)', x: 'vector(n)', y: 'vector(n)', c: 'scalar', k: 'integer' }

test.each([
  ['-c^2', '-(c^2)'],
  ["A^-1'", "inv(A)'"],
  ['A^T', "A'"],
  ['Aᵀ', "A'"],
  ["A.'", "A'"],
  ['A⁻¹', 'inv(A)'],
  ['A²', 'A^2'],
  ['A¹⁰', 'A^10'],
  ['A⁻²', 'A^-2'],
  ['A^1', 'A'],
  ['A^0', 'eye(n)'],
  ['A^-2', 'inv(A)^2'],
  ['A∘B', 'A.*B'],
  ['A⊙B', 'A.*B'],
  ['A⊘B', 'A./B'],
  ['A./B', 'A.*B.^-1'],
  ['c./A', 'c*A.^-1'],
  ['A⊗B', 'kron(A,B)'],
  ['A/2', '0.5*A'],
  ['A/c', 'A*c^-1'],
  ['1/2*A', '0.5*A'],
  ['A - B', 'A + -1*B'],
  ['A - -B', 'A + B'],
  ['‖x‖', 'norm2(x)'],
  ['normF(A)', 'norm2(A)'],
  ['trace(A)', 'tr(A)'],
  ['arcsin(x)', 'asin(x)'],
  ['A + eye', 'A + eye(n)'],
  ['x + vector(1)', 'x + ones(n)'],
  ['A + c*matrix(1)', 'A + c*ones(n,n)'],
  ['A + matrix(c)', 'A + c*ones(n,n)'],
  ["x' .* matrix(c)", "x' .* (c*ones(1,n))"],
  ['2*c*x', 'c*(2*x)'],
  ['-x.*y', '(-x).*y'],
  ['A·x', 'A*x'],
])('%s is %s', (a, b) => {
  expect(meansTheSame(a, b, kinds)).toBe(true)
})

test('matrices do not commute', () => {
  expect(meansTheSame('A*B', 'B*A', kinds)).toBe(false)
  expect(meansTheSame('A*B - B*A', 'A - A', kinds)).toBe(false)
})

test('a declared T is an exponent', () => {
  expect(meansTheSame('A^T', 'A^k', { A: 'matrix(n,n)', T: 'integer', k: 'integer' })).toBe(false)
  expect(read('A^T', { A: 'matrix(n,n)', T: 'integer' }).expression.operator.name).toBe('power')
})

test('definitions are named intermediates', () => {
  const { expression, definitions } = read('y = A*x; y')
  expect(isNamed(expression)).toBe(true)
  expect(definitions[0].expression).toBe(expression)
})

test('d is the differential unless it is a name', () => {
  expect(read('d(X)').expression.operator.name).toBe('d')
  expect(read('d*X').assumptions[0].text).toBe('d: scalar')
  expect(problemWith(() => read('d(d)'), 'd(d)').code).toBe('syntax')
})

test('symbols say whether they were declared', () => {
  const { symbols } = read('A*x', { A: 'symmetric(n)', unused: 'scalar' })
  expect([...symbols].map(([name, { declaration, inferred }]) => [name, declaration, inferred])).toEqual([
    ['A', 'symmetric(n)', false],
    ['unused', 'scalar', false],
    ['x', 'vector(n)', true],
  ])
})

test('the style of inverses is that of the text', () => {
  expect(read('inv(X)').style.inverse).toBe('function')
  expect(read('X^-1').style.inverse).toBe('power')
  expect(read('X⁻¹').style.inverse).toBe('power')
  expect(read('X').style.inverse).toBe('power')
})

test('names to differentiate by must be there', () => {
  const wrt = (name: string, declarations = {}) =>
    readProgram({ text: 'A*X', declarations, operators: builtInOperators, wrt: [name] })
  expect(wrt('X').symbols.has('X')).toBe(true)
  expect(wrt('Y', { Y: 'scalar' }).symbols.has('Y')).toBe(true)
  const problem = problemWith(() => wrt('Y'), '')
  expect(problem).toMatchObject({ code: 'unknown-name' })
  expect(problem.span).toBeUndefined()
})

test('claims are read about the same names', () => {
  const { scope, expression } = read("x'*A*x")
  expect(readExpression("x'*A*x", scope)).toBe(expression)
  expect(problemWith(() => readExpression('z', scope), 'z').code).toBe('unknown-name')
  expect(problemWith(() => readExpression('A*A*B', scope), 'A*A*B')).toMatchObject({
    code: 'unknown-name',
    blamed: 'B',
  })
})

test("definitions of a claim may have the names of the program's definitions, and no others", () => {
  const { scope, expression } = read('z = A*x; z', kinds)
  const claim = readClaim('z = B*x; z', scope)
  expect(claim).not.toBe(expression)
  expect(claim.data?.definition).toBe(readExpression('B*x', scope))
  expect(problemWith(() => readClaim('A = B; A', scope), 'A = B; A').code).toBe('syntax')
})

test('statements have two sides, a direction and conditions', () => {
  const where = { X: 'matrix(m,k)', Y: 'matrix(k,n) constant' }
  const statement = readStatement('d(X*Y) = d(X)*Y + X*d(Y)', where, builtInOperators)
  expect(statement.direction).toBe('two-way')
  expect(statement.left.operator.name).toBe('d')
  expect(statement.predicates).toEqual({ X: [], Y: ['constant'] })
  expect([...statement.symbols.keys()]).toEqual(['X', 'Y'])
  expect(readStatement("X'' -> X", { X: 'matrix(m,n)' }, builtInOperators).direction).toBe('directed')
})

test('statements may speak of declared functions', () => {
  const where = { sigma: 'elementwise', X: 'matrix(m,n)' }
  const store = createStore()
  const { functions, right } = readStatement("d(sigma(X)) = sigma'(X) .* d(X)", where, builtInOperators, store)
  expect([...functions.keys()]).toEqual(['sigma'])
  expect(right.operands[0].operator.name).toBe("sigma'")
})

test.each([
  ['X = Y', { X: 'matrix(m,n)', Y: 'matrix(n,m)' }, 'shape-mismatch'],
  ['X = Z', { X: 'matrix(m,n)' }, 'unknown-name'],
  ['X', { X: 'matrix(m,n)' }, 'syntax'],
  ['X = X; X = X', { X: 'matrix(m,n)' }, 'syntax'],
  ['X = X = X', { X: 'matrix(m,n)' }, 'syntax'],
  ['X = ', { X: 'matrix(m,n)' }, 'syntax'],
])('the statement %j is turned down', (text, where, code) => {
  expect(problemWith(() => readStatement(text, where, builtInOperators), text).code).toBe(code)
})

test('a constant in a statement is as large as the other side', () => {
  const { right } = readStatement('X*inv(X) -> eye', { X: 'matrix(n,n)' }, builtInOperators)
  expect(right.shape).toEqual({ rows: 'n', cols: 'n' })
})
