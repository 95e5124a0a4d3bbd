import { expect, test } from 'vitest'
import { differentialsSpelledOut } from './differential-names.ts'
import { linesOfWorking } from './line-of-working.ts'

test('a text is cut into equations, chains into several, and remarks are left out', () => {
  const text = [
    "df = d(x'*x)   # by definition",
    '',
    '  = a = b',
    '   2*x',
    '# a remark',
    'df = c  ✓ like-terms 1.0.0  why',
  ].join('\n')
  expect(linesOfWorking(text)).toEqual([
    { line: 1, left: 'df', right: "d(x'*x)" },
    { line: 3, left: '', right: 'a' },
    { line: 3, left: '', right: 'b' },
    { line: 4, left: '', right: '2*x' },
    { line: 6, left: 'df', right: 'c' },
  ])
  expect(linesOfWorking('a = b\r\n = c')).toHaveLength(2)
})

test.each([
  ["dx'*A*x", "d(x)'*A*x"],
  ['dX*dX1', 'd(X)*d(X1)'],
  ['det(X)*dX', 'det(X)*d(X)'],
  ['dΣ', 'd(Σ)'],
  ['d(x) + dq', 'd(x) + dq'],
  ['dk*x', 'dk*x'],
  ['adx + dx_1', 'adx + dx_1'],
])('%s says %s', (text, spelledOut) => {
  const names = ['x', 'X', 'X1', 'Sigma', 'k', 'dk', 'et']
  expect(differentialsSpelledOut(text, name => names.includes(name))).toBe(spelledOut)
})
