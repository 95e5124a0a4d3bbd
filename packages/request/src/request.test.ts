import type { DerivationError } from '@matrix-derive/core'
import { describe, expect, it } from 'vitest'
import { readRequest } from './request.ts'

const good = { expression: "x'*x", wrt: 'x' }

function messageOf(data: unknown): string | undefined {
  try {
    readRequest(data)
  } catch (error) {
    const { problem } = error as DerivationError
    expect(problem.code).toBe('value')
    return problem.message
  }
  return undefined
}

describe('a request', () => {
  it('is an object with an expression and a variable', () => {
    expect(readRequest(good)).toBe(good)
    expect(messageOf({ ...good, wrt: ['x', 'y'], order: 2, steps: true, values: { x: [1] }, id: 7 })).toBeUndefined()
  })

  it.each([
    [[1], 'Expected a request as a JSON object, received [1].'],
    [null, 'Expected a request as a JSON object, received null.'],
    [{ wrt: 'x' }, 'Expected "expression" to be a program as a string, received nothing.'],
    [{ expression: 'x' }, 'Expected "wrt" to be a name or a list of names, received nothing.'],
    [{ ...good, wrt: [] }, 'Expected "wrt" to be a name or a list of names, received [].'],
    [{ ...good, order: 1.5 }, 'Expected "order" to be a whole number from 1, received 1.5.'],
    [{ ...good, steps: 'yes' }, 'Expected "steps" to be true or false, received "yes".'],
    [{ ...good, variabels: {} }, 'Expected no key "variabels" in a request.'],
    [
      { ...good, variables: { A: 1 } },
      'Expected "variables" to be declarations by name, such as { "A": "matrix(m,n)" }, received {"A":1}.',
    ],
  ])('%j is none', (data, message) => {
    expect(messageOf(data)).toBe(message)
  })

  it('shows no more of a wrong value than a line holds', () => {
    expect(messageOf({ ...good, order: 'x'.repeat(1000) })?.length).toBeLessThan(100)
  })
})
