import { Fact, has, problemOf } from '@matrix-derive/core'
import { expect, test } from 'vitest'
import { problemWith } from '../testing/reading.ts'
import { declarationText, parseDeclaration } from './declaration.ts'
import { readConditions, readDeclarations } from './declarations.ts'

test.each([
  ['scalar', '1', '1'],
  ['integer', '1', '1'],
  ['vector(n)', 'n', '1'],
  ['rowvector(n)', '1', 'n'],
  ['matrix(m,n)', 'm', 'n'],
  ['matrix(n)', 'n', 'n'],
  ['matrix(2*n, n*m)', '2*n', 'm*n'],
  ['symmetric(n)', 'n', 'n'],
  ['vector(3)', '3', '1'],
])('%s is %s×%s', (text, rows, cols) => {
  expect(parseDeclaration(text).shape).toEqual({ rows, cols })
})

test.each([
  ['symmetric', Fact.symmetric],
  ['skew', Fact.skew],
  ['spd', Fact.positiveDefinite | Fact.symmetric],
  ['diagonal', Fact.diagonal | Fact.symmetric | Fact.lower | Fact.upper],
  ['orthogonal', Fact.orthogonal],
  ['lower', Fact.lower],
  ['upper', Fact.upper],
])('%s(n) has its structure', (kind, facts) => {
  expect(has(parseDeclaration(`${kind}(n)`).facts, facts)).toBe(true)
})

test('functions have kinds of arguments and results', () => {
  expect(parseDeclaration('elementwise').kind).toBe('elementwise')
  const declaration = parseDeclaration('function(vector(m), matrix(p,q)) -> scalar')
  expect(declaration.operands?.map(({ text }) => text)).toEqual(['vector(m)', 'matrix(p,q)'])
  expect(declaration.result?.kind).toBe('scalar')
  expect(parseDeclaration('vector(n)[N]').count).toBe('N')
})

test.each([
  '',
  'vektor(n)',
  'vector',
  'vector()',
  'matrix(m,n,p)',
  'vector(0)',
  'vector(-1)',
  'scalar x',
  'elementwise[N]',
])('the declaration %j is turned down', text => {
  expect(problemWith(() => parseDeclaration(text), text).code).toBe('syntax')
})

test('declarations come as a record or as lines, and Greek names have one spelling', () => {
  expect([...readDeclarations(['A: matrix(m,n)', 'σ: elementwise']).keys()]).toEqual(['A', 'sigma'])
  expect([...readDeclarations({ Σ: 'spd(n)' }).keys()]).toEqual(['Sigma'])
  expect(() => readDeclarations({ Σ: 'spd(n)', Sigma: 'spd(n)' })).toThrow('one declaration')
  expect(() => readDeclarations(['A matrix'])).toThrow('A: matrix(m,n)')
  expect(() => readDeclarations({ '2x': 'scalar' })).toThrow('Expected a name')
})

test('words around a declaration are conditions', () => {
  const conditions = readConditions({
    A: 'matrix(n,n) invertible',
    B: 'constant matrix(m,n)',
    c: 'scalar nonzero',
    D: 'symmetric matrix(n) full-rank',
    l: 'function(vector(m)) -> scalar differentiable',
    sigma: 'elementwise',
    k: 'positive integer',
  })
  expect([...conditions].map(([name, { declaration, predicates }]) => [name, declaration.text, ...predicates])).toEqual(
    [
      ['A', 'matrix(n,n)', 'invertible'],
      ['B', 'matrix(m,n)', 'constant'],
      ['c', 'scalar', 'nonzero'],
      ['D', 'matrix(n)', 'symmetric', 'full-rank'],
      ['l', 'function(vector(m)) -> scalar', 'differentiable'],
      ['sigma', 'elementwise'],
      ['k', 'integer', 'positive'],
    ],
  )
  expect(() => readConditions({ A: 'matrixx' })).toThrow('A: Expected a kind')
})

test.each([
  ['sym(n)', 'symmetric'],
  ['diag(n)', 'diagonal'],
  ['vectr(n)', 'vector'],
])('for %s the kind is asked back that begins so, or is spelt nearly so', (written, kind) => {
  try {
    readConditions({ A: written })
  } catch (thrown) {
    expect(problemOf(thrown)?.suggestion).toBe(`Did you mean "${kind}"?`)
  }
  expect.assertions(1)
})

test('what is inferred is said as a declaration', () => {
  expect(declarationText({ rows: '1', cols: '1' })).toBe('scalar')
  expect(declarationText({ rows: '1', cols: '1' }, true)).toBe('integer')
  expect(declarationText({ rows: 'n', cols: '1' })).toBe('vector(n)')
  expect(declarationText({ rows: '1', cols: 'n' })).toBe('rowvector(n)')
  expect(declarationText({ rows: 'm', cols: 'n' })).toBe('matrix(m,n)')
})

test('a family that is declared like one of its members is told how families are declared', () => {
  expect(problemWith(() => readDeclarations(['x[i]: vector(n)']), '')).toMatchObject({
    code: 'syntax',
    message: 'Expected a name of letters, digits and _, received "x[i]".',
    suggestion: 'A family has its number behind the kind of its members: "x: vector(n)[N]".',
  })
})
