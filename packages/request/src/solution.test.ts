import { problemOf } from '@matrix-derive/core'
import { standardRegistry } from '@matrix-derive/standard'
import { describe, expect, test } from 'vitest'
import type { DerivationRequest } from './request.ts'
import { derivationOf, hasStructuredVariable, kindsText, variableNames } from './solution.ts'

const registry = standardRegistry()
const solved = (request: DerivationRequest) => derivationOf(request, { registry })

test('f has a letter that the program leaves free', () => {
  const called = (expression: string, wrt: string) => solved({ expression, wrt }).functionName
  expect(called("x'*x", 'x')).toBe('f')
  expect(called("f'*f", 'f')).toBe('g')
  expect(called("f'*f + norm2(g)*norm2(h)*tr(F)", 'f')).toBe('f_')
})

test('a member of a family is called by a letter that nothing has', () => {
  const names = (expression: string, wrt: string) =>
    solved({ expression, wrt }).derivation.variables.map(({ operands }) => operands[1].data?.name)
  const total = (more: string) => `sum(i in 1..N, x[i]'*x[i]) + ${more}`
  expect(names(total('1'), 'x')).toEqual(['k'])
  expect(names(total('norm2(k)'), 'x')).toEqual(['l'])
  expect(names(total('norm2(k)*norm2(l)*norm2(p)*norm2(q)'), 'x')).toEqual(['k1'])
  expect(names(total('1'), 'x[j]')).toEqual(['j'])
  const sized = { expression: total('sum(y)'), wrt: 'x', variables: { y: 'vector(k)' } }
  expect(solved(sized).derivation.variables[0].operands[1].data?.name).toBe('l')
})

test('a variable may have structure', () => {
  const structured = (variables: Record<string, string>) =>
    hasStructuredVariable(solved({ expression: 'tr(A*S) + tr(B*X)', wrt: ['S', 'X'], variables }))
  expect(structured({ S: 'symmetric(n)' })).toBe(true)
  expect(structured({ A: 'symmetric(n)' })).toBe(false)
})

test('kinds are said of what is used, those that were declared first', () => {
  const kinds = (expression: string, variables: Record<string, string>) =>
    kindsText(solved({ expression, wrt: 'x', variables }))
  expect(kinds("x'*A*x", { A: 'symmetric(n)', B: 'matrix(n)' })).toBe('A: symmetric(n); x: vector(n)   (inferred)')
  expect(kinds("x'*x", { x: 'vector(n)' })).toBe('x: vector(n)')
  expect(kinds("x'*x", {})).toBe('x: vector(m)   (inferred)')
})

test('a program can be derived by its variables, of which integers and definitions are none', () => {
  const variables = { n: 'integer', X: 'matrix(m,m)' }
  expect(variableNames('Y = A*X^n; tr(Y)', variables, registry)).toEqual(expect.arrayContaining(['A', 'X']))
  expect(variableNames('Y = A*X^n; tr(Y)', variables, registry)).toHaveLength(2)
})

describe('what cannot be derived by is told, and what can', () => {
  const expression = "Y = A*X^n; tr(Y) + sum(i in 1..N, x[i]'*x[i])"
  const variables = { n: 'integer', X: 'matrix(m,m)', z: 'scalar' }
  test.each([
    ['Y', 'unsupported', 'received "Y", which the program defines.', 'Leave out the definition of Y.'],
    ['Q', 'unknown-name', 'received "Q".', 'It can be derived by '],
    ['n', 'not-differentiable', 'received the integer "n".', 'It can be derived by '],
    ['X[1]', 'shape-mismatch', 'received X, of which there is only one.', undefined],
    ['x[N]', 'syntax', 'received N, which is a size.', 'Write x[k].'],
    ['x[A]', 'shape-mismatch', 'received A, which is no integer.', undefined],
  ])('%s', (wrt, code, message, suggestion) => {
    const problem = problemFrom(() => solved({ expression, wrt, variables }))
    expect(problem?.code).toBe(code)
    expect(problem?.message).toContain(message)
    if (suggestion !== undefined) expect(problem?.suggestion).toContain(suggestion)
  })

  test('as a program without variables', () => {
    const problem = problemFrom(() => solved({ expression: '1 + 1', wrt: 'x' }))
    expect(problem?.suggestion).toBe('It can be derived by nothing: it has no variable.')
  })

  test('as a family of which all members are together', () => {
    const problem = problemFrom(() =>
      solved({ expression: 'X = [x[1], ..., x[N]]; tr(X)', wrt: 'x', variables: { x: 'vector(N)[N]' } }),
    )
    expect(problem).toMatchObject({
      code: 'unsupported',
      suggestion: 'Write them in a sum: sum(i in 1..N, ...x[i]...).',
    })
  })
})

function problemFrom(run: () => unknown) {
  try {
    run()
  } catch (thrown) {
    return problemOf(thrown)
  }
  return undefined
}
