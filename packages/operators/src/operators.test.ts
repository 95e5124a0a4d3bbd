import { createStore, Fact, has, number, one, rational, scalarShape, symbol, transpose } from '@matrix-derive/core'
import { expect, test } from 'vitest'
import {
  builtInOperators,
  commutation,
  diag,
  elementwiseOperators,
  erfOperator,
  hadamard,
  inverse,
  inverseOperator,
  kron,
  power,
  powerOperator,
  sigmoidOperator,
  softplusOperator,
} from './index.ts'

function setting() {
  const store = createStore()
  const matrix = (name: string, rows: string, cols: string, facts = 0) => symbol(store, name, { rows, cols }, facts)
  return { store, matrix }
}

test('no two operators share a name or an alias', () => {
  const names = builtInOperators.flatMap(operator => [operator.name, ...operator.aliases])
  expect(new Set(names).size).toBe(names.length)
})

test('nested Hadamard and Kronecker products are one', () => {
  const { store, matrix } = setting()
  const [a, b, c] = ['A', 'B', 'C'].map(name => matrix(name, 'm', 'n'))
  expect(hadamard(store, hadamard(store, a, b), c)).toBe(hadamard(store, a, b, c))
  expect(kron(store, kron(store, a, b), c).shape).toEqual({ rows: 'm*m*m', cols: 'n*n*n' })
})

test('one thing has one spelling', () => {
  const { store, matrix } = setting()
  const x = matrix('X', 'n', 'n')
  const t = symbol(store, 't', scalarShape)
  const minusOne = number(store, rational(-1))
  expect(power(store, x, minusOne)).toBe(inverse(store, x))
  expect(inverse(store, t)).toBe(power(store, t, minusOne))
  expect(power(store, x, number(store, one))).toBe(x)
  expect(power(store, number(store, rational(2, 3)), number(store, rational(-2)))).toBe(number(store, rational(9, 4)))
  const [zero, two] = [0, 2].map(value => number(store, rational(value)))
  expect(power(store, zero, two)).toBe(zero)
  for (const exponent of [zero, minusOne]) expect(power(store, zero, exponent).operator.name).toBe('power')
  expect(diag(store, t)).toBe(t)
})

test.each([
  ['not-square', 'X', 'm', 'n', 2],
  ['shape-mismatch', 'X', 'n', 'n', 0.5],
])('a bad matrix power is %s', (code, name, rows, cols, exponent) => {
  const { store, matrix } = setting()
  const base = matrix(name, rows, cols)
  const value = exponent === 2 ? rational(2) : rational(1, 2)
  expect(() => power(store, base, number(store, value))).toThrow(
    expect.objectContaining({ problem: expect.objectContaining({ code }) }),
  )
})

test('an exponent is a number', () => {
  const { store, matrix } = setting()
  const [square, t] = [matrix('X', 'n', 'n'), symbol(store, 't', scalarShape)]
  for (const base of [square, t]) {
    expect(() => power(store, base, square)).toThrow('Expected a scalar exponent, received n×n.')
  }
})

test('structure survives where it should', () => {
  const { store, matrix } = setting()
  const spd = matrix('S', 'n', 'n', Fact.positiveDefinite)
  const lower = matrix('L', 'n', 'n', Fact.lower)
  const plain = matrix('X', 'n', 'n')
  expect(has(inverse(store, spd).facts, Fact.positiveDefinite | Fact.symmetric)).toBe(true)
  expect(has(inverse(store, lower).facts, Fact.lower)).toBe(true)
  expect(has(transpose(store, inverse(store, lower)).facts, Fact.upper)).toBe(true)
  expect(has(diag(store, matrix('x', 'n', '1')).facts, Fact.diagonal)).toBe(true)
  expect(has(hadamard(store, lower, plain).facts, Fact.lower)).toBe(true)
  expect(has(hadamard(store, transpose(store, lower), lower).facts, Fact.diagonal | Fact.symmetric)).toBe(true)
  expect(has(kron(store, spd, plain).facts, Fact.symmetric)).toBe(false)
  expect(has(commutation(store, 'n', 'n').facts, Fact.symmetric)).toBe(true)
  expect(has(commutation(store, 'm', 'n').facts, Fact.symmetric)).toBe(false)
})

test.each([
  [0.1, 0.1124629160182849],
  [0.5, 0.5204998778130465],
  [1, 0.8427007929497149],
  [1.9999, 0.9953201979070294],
  [2, 0.9953222650189527],
  [2.0001, 0.9953243313041966],
  [3, 0.9999779095030014],
  [-1.5, -0.9661051464753108],
  [6, 1],
])('erf(%d)', (x, expected) => {
  expect(Math.abs(erfOperator.elementwise!.value(x) / expected - 1)).toBeLessThan(1e-15)
})

test('what an operator is linear in is known', () => {
  const linear = builtInOperators.flatMap(({ name, linear: places }) =>
    places.length === 0 ? [] : `${name} ${typeof places === 'string' ? places : `(${places})`}`,
  )
  expect(linear.toSorted()).toEqual([
    'diag (0)',
    'dot (0,1)',
    'frechet-expm rest',
    'frechet-logm rest',
    'frechet-phi1 rest',
    'frechet-sqrtm rest',
    'hadamard all',
    'inner (0,1)',
    'kron all',
    'mean (0)',
    'sum (0)',
    'tr (0)',
    'transpose (0)',
    'tril (0)',
    'triu (0)',
    'vec (0)',
    'vech (0)',
  ])
})

test('a power has an exponent', () => {
  const { store, matrix } = setting()
  expect(() => store.apply(powerOperator, [matrix('X', 'n', 'n')])).toThrow(
    expect.objectContaining({ problem: expect.objectContaining({ code: 'arity' }) }),
  )
})

test('the logistic function neither overflows nor becomes 0 too soon', () => {
  const { value } = sigmoidOperator.elementwise!
  expect(value(-740)).toBeGreaterThan(0)
  expect(value(1000)).toBe(1)
})

test('softplus does not overflow and keeps small values', () => {
  const { value } = softplusOperator.elementwise!
  expect(value(1000)).toBe(1000)
  expect(value(-50)).toBeCloseTo(Math.exp(-50), 30)
})

test('each elementwise operator says its derivative', () => {
  for (const { elementwise } of elementwiseOperators) expect(elementwise!.derivative).not.toBe('')
  expect(inverseOperator.elementwise).toBeUndefined()
})
