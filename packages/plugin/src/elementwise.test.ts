import { evaluate, floatAlgebra } from '@matrix-derive/verify'
import { describe, expect, test } from 'vitest'
import { elementwiseDerivative } from './elementwise.ts'
import {
  applyElementwise,
  createStore,
  DerivationError,
  type Expression,
  elementwiseFunction,
  elementwiseOperators,
  isScalar,
  sinOperator,
  symbol,
  trace,
} from './index.ts'

const store = createStore()
const X = symbol(store, 'X', { rows: 'm', cols: 'n' })
const x = symbol(store, 'x', { rows: '1', cols: '1' })

/** In the domain of every built-in function, and away from where it has a corner. */
const points = [
  [0.31, 0.77, 0.42],
  [0.12, 0.55, 0.93],
]
const sizes = new Map([
  ['m', 2],
  ['n', 3],
])

function entries(expression: Expression, rows: readonly (readonly number[])[]): number[][] {
  const value = floatAlgebra.fromRows(rows)
  return floatAlgebra.toRows(
    evaluate(expression, {
      algebra: floatAlgebra,
      sizes,
      values: new Map([
        ['X', value],
        ['x', value],
      ]),
    }),
  )
}

const assumeNothing = () => {}

describe.each(elementwiseOperators.map(operator => [operator.name, operator] as const))('%s', (_, operator) => {
  const { value } = operator.elementwise!
  const slope = (at: number) => (value(at + 1e-6) - value(at - 1e-6)) / 2e-6

  test('states the derivative that its values have, entry by entry of a matrix', () => {
    const derivative = elementwiseDerivative(store, applyElementwise(store, operator, X), assumeNothing)
    expect(derivative.shape).toEqual(X.shape)
    const found = entries(derivative, points)
    for (const [i, row] of points.entries()) {
      for (const [j, at] of row.entries()) expect(found[i][j]).toBeCloseTo(slope(at), 7)
    }
  })

  test('states it of a scalar too', () => {
    const derivative = elementwiseDerivative(store, applyElementwise(store, operator, x), assumeNothing)
    expect(isScalar(derivative.shape)).toBe(true)
    for (const at of points.flat()) expect(entries(derivative, [[at]])[0][0]).toBeCloseTo(slope(at), 7)
  })

  test('says what the derivative needs, and nothing more', () => {
    const assumed: string[] = []
    elementwiseDerivative(store, applyElementwise(store, operator, X), (condition, of) => {
      expect(of).toBe(X)
      assumed.push(condition)
    })
    const { condition } = operator.elementwise!
    expect(assumed).toEqual(condition === undefined ? [] : [condition])
  })
})

test('the derivative of a declared function is the function with a prime', () => {
  const application = store.apply(elementwiseFunction('sigma'), [X])
  const derivative = elementwiseDerivative(store, application, assumeNothing)
  expect(derivative).toBe(store.apply(elementwiseFunction('sigma', 1), [X]))
  expect(elementwiseDerivative(store, derivative, assumeNothing)).toBe(
    store.apply(elementwiseFunction('sigma', 2), [X]),
  )
})

test('what is no elementwise function is refused', () => {
  const square = symbol(store, 'Z', { rows: 'n', cols: 'n' })
  expect(() => elementwiseDerivative(store, trace(store, square), assumeNothing)).toThrow(DerivationError)
  expect(elementwiseDerivative(store, applyElementwise(store, sinOperator, X), assumeNothing).operator.name).toBe('cos')
})
