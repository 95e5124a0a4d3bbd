import { defaultLimits } from '@matrix-derive/core'
import { standardRegistry } from '@matrix-derive/standard'
import { describe, expect, test } from 'vitest'
import { readTyped } from './reading.ts'

const typed = (text: string) => readTyped(text, { registry: standardRegistry() })

describe('a program as far as it is typed', () => {
  test('names are shown with their kinds, and what it can be derived by', () => {
    expect(typed('tr(A*X*B)')).toMatchObject({
      names: [
        { name: 'A', declaration: 'matrix(m,n)', inferred: true },
        { name: 'X', declaration: 'matrix(n,p)', inferred: true },
        { name: 'B', declaration: 'matrix(p,m)', inferred: true },
      ],
      variables: ['A', 'X', 'B'],
    })
  })

  test.each([
    ['tanhh(W*x)', 'tanh(W*x)'],
    ['a^b^c', '(a^b)^c'],
    ['2^3^x', undefined],
    ["x'*(A*y)*2 + 3x", undefined],
    ['tr(X', undefined],
  ])('%s is mended to %s', (text, fixed) => {
    const { problem, fixed: found } = typed(text)
    expect(problem?.span).toBeDefined()
    if (fixed === undefined) expect(found === undefined || typed(found).problem === undefined).toBe(true)
    else expect(found).toBe(fixed)
  })

  test('that is larger than may be is one with a problem', () => {
    const limits = { ...defaultLimits, nodes: 3 }
    const { problem } = readTyped('tr(A*X*B)', { registry: standardRegistry(), limits })
    expect(problem?.code).toBe('limit-exceeded')
  })

  test('two columns multiplied are mended to something that can be read', () => {
    const { fixed } = readTyped('x*y', { registry: standardRegistry(), variables: { x: 'vector(n)', y: 'vector(n)' } })
    expect(fixed).toBe("x'*y")
  })
})
