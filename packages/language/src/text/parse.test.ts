import { defaultLimits } from '@matrix-derive/core'
import { expect, test } from 'vitest'
import { problemWith } from '../testing/reading.ts'
import { canonicalName } from './greek.ts'
import { parse } from './parse.ts'

const kindOf = (text: string) => parse(text).expression.kind
const problem = (text: string, limits = defaultLimits) => problemWith(() => parse(text, limits), text)

test('a program is definitions and one expression, at semicolons or new lines', () => {
  for (const text of ['h = W*x; y = V*h; y', 'h = W*x\ny = V*h\ny', '\n\nh = W*x\n\n y = V*h;\n y;\n']) {
    const program = parse(text)
    expect(program.definitions.map(({ name }) => name)).toEqual(['h', 'y'])
    expect(program.expression).toMatchObject({ kind: 'name', name: 'y' })
  }
})

test('a line goes on after an operator and inside brackets', () => {
  expect(parse('y = A*\n x +\n b\ny').definitions).toHaveLength(1)
  expect(kindOf('tr(A\n*B\n)')).toBe('call')
})

test('every part knows its text', () => {
  const text = "2*(A + B)'"
  const { expression } = parse(text)
  expect(expression).toMatchObject({
    kind: 'product',
    span: { start: 0, end: 10 },
    factors: [
      { factor: { span: { start: 0, end: 1 } } },
      { factor: { kind: 'transpose', span: { start: 2, end: 10 } } },
    ],
  })
})

test('Greek letters are their names', () => {
  expect(canonicalName('Σ')).toBe('Sigma')
  expect(canonicalName('σ_1')).toBe('sigma_1')
  expect(canonicalName('σ₁')).toBe('sigma1')
  expect(canonicalName('Δx')).toBe('Deltax')
  expect(canonicalName('ϵ')).toBe('epsilon')
  expect(canonicalName('plain_1')).toBe('plain_1')
})

test.each([
  ['1e-3', 1n, 1000n],
  ['0.5', 1n, 2n],
  ['.25', 1n, 4n],
  ['2.', 2n, 1n],
  ['2.5e2', 250n, 1n],
  ['-3', -3n, 1n],
])('%s is an exact number', (text, numerator, denominator) => {
  expect(parse(text).expression).toMatchObject({ kind: 'number', value: { numerator, denominator } })
})

test.each([
  ['', '', /Expected an expression/],
  ['a^b^c', 'a^b^c', /brackets that say which power/],
  ['X²^3', 'X²^3', /brackets/],
  ['2x', 'x', /operator after "2"/],
  ['x y', 'y', /operator after "x"/],
  ['x +', '+', /after "\+"/],
  ['* x', '*', /Expected a name/],
  ['(x', '(', /to close "\("/],
  ['x)', ')', /opens before/],
  ['(x]', ']', /to close/],
  ['()', '()', /between the brackets/],
  ['(a, b)', '(a, b)', /one expression/],
  ['a, b', ',', /operator/],
  ['‖x', '‖', /to close/],
  ['$', '$', /received "\$"/],
  ['😀', '😀', /received/],
  ['y = x', 'y', /after the definition of y/],
  ['y = x; y = z; y', 'y', /defined already/],
  ['a\nb', 'a', /only the last line/],
  ['a\n+ b', 'a', /only the last line/],
  ['a = b = c; a', '=', /only in a definition/],
  ['tr(a; b)', ';', /to close/],
  ['f(x)(y)', '(y)', /operator before the bracket/],
  ['(i in 1..N, x)', '(i in 1..N, x)', /"sum"/],
])('%j is turned down at %j', (text, blamed, message) => {
  const found = problem(text)
  expect(found).toMatchObject({ code: 'syntax', blamed })
  expect(found.message).toMatch(message)
})

test('limits come before everything else', () => {
  const small = { ...defaultLimits, inputLength: 10, nesting: 3 }
  expect(problem('x + x + x + x', small)).toMatchObject({ code: 'limit-exceeded', blamed: '+ x' })
  expect(problem('((((x))))', { ...small, inputLength: 100 })).toMatchObject({ code: 'limit-exceeded', blamed: '(' })
  expect(problem('1e999999999').code).toBe('limit-exceeded')
})

test('neither depth nor length overflows the stack', () => {
  expect(kindOf(`${'('.repeat(1000)}x${')'.repeat(1000)}`)).toBe('name')
  expect(kindOf(`x${'+x'.repeat(5000)}`)).toBe('sum')
  expect(kindOf(`x${"'".repeat(5000)}`)).toBe('transpose')
  expect(kindOf(`${'-'.repeat(5001)}x`)).toBe('negation')
  expect(problem('('.repeat(5000)).code).toBe('limit-exceeded')
})
