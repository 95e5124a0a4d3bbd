import { describe, expect, test } from 'vitest'
import { exampleValues } from './example-values.ts'
import type { Asking } from './intent.ts'
import { byHand } from './testing/hand.ts'

const valuesOf = (asking: Asking, seed = 1) => exampleValues(byHand(asking, 'strategy').look().solution, seed)
const shapeOf = (value: unknown) => (Array.isArray(value) ? [value.length, value[0].length] : 'a number')

describe('values to try a derivative with', () => {
  test('are there for every name, also where the derivative lacks it, in sizes that differ', () => {
    const values = valuesOf({ expression: "x'*A*y + 0*t + tr(B)*c", wrt: ['x'] })
    const shapes = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, shapeOf(value)]))
    expect(shapes).toEqual({ x: [2, 1], A: [2, 3], y: [3, 1], B: [4, 4], c: 'a number' })
  })

  test('are as many as a size of several parts says', () => {
    const values = valuesOf({ expression: "vec(X)'*K*a", wrt: ['a'], variables: { X: 'matrix(m,n)' } })
    expect([shapeOf(values.X), shapeOf(values.K)]).toEqual([
      [2, 3],
      [6, expect.any(Number)],
    ])
  })

  test('are the same ones for the same seed', () => {
    const asking = { expression: 'tr(A*X)', wrt: ['X'] }
    expect(valuesOf(asking)).toEqual(valuesOf(asking))
    expect(valuesOf(asking, 2)).not.toEqual(valuesOf(asking))
  })
})
