import { createStore, type Expression, Fact, has, number, type Operator, rational, symbol } from '@matrix-derive/core'
import { describe, expect, test } from 'vitest'
import {
  adjugateOperator,
  choleskyOperator,
  diag,
  elementwiseOperators,
  frechetOperator,
  hadamard,
  hadamardPowerOperator,
  inverseOperator,
  kron,
  lowerTriangleOperator,
  matrixExponentialOperator,
  matrixLogarithmOperator,
  matrixSquareRootOperator,
  phi1Operator,
  power,
  pseudoinverseOperator,
  upperTriangleOperator,
} from './index.ts'

const store = createStore()
const structures = ['symmetric', 'skew', 'diagonal', 'orthogonal', 'lower', 'upper', 'positiveDefinite'] as const
type Structure = (typeof structures)[number]

const matrix = (structure?: Structure, name = 'X') =>
  symbol(store, `${name}_${structure}`, { rows: 'n', cols: 'n' }, structure === undefined ? 0 : Fact[structure])

/** The structures that the result has where the operand has them. */
const keptBy = (apply: (x: Expression) => Expression) =>
  structures.filter(structure => has(apply(matrix(structure)).facts, Fact[structure])).join(' ')

const applying = (operator: Operator) => (x: Expression) => store.apply(operator, [x])
const num = (value: number) => number(store, rational(value))

describe('of the structure of a matrix', () => {
  test.each([
    [inverseOperator, 'symmetric skew diagonal orthogonal lower upper positiveDefinite'],
    [adjugateOperator, 'symmetric diagonal lower upper positiveDefinite'],
    [pseudoinverseOperator, 'symmetric skew diagonal orthogonal positiveDefinite'],
    [matrixExponentialOperator, 'symmetric diagonal lower upper positiveDefinite'],
    [matrixLogarithmOperator, 'symmetric diagonal lower upper'],
    [matrixSquareRootOperator, 'symmetric diagonal lower upper positiveDefinite'],
    [phi1Operator, 'symmetric diagonal lower upper'],
    [choleskyOperator, 'diagonal lower'],
    [lowerTriangleOperator, 'diagonal lower upper'],
    [upperTriangleOperator, 'diagonal lower upper'],
  ])('$name keeps %s', (operator, kept) => {
    expect(keptBy(applying(operator))).toBe(kept)
  })

  test('a power keeps what its factors share', () => {
    expect(keptBy(x => power(store, x, num(3)))).toBe('symmetric skew diagonal orthogonal lower upper positiveDefinite')
    expect(keptBy(x => power(store, x, num(2)))).toBe('symmetric diagonal orthogonal lower upper positiveDefinite')
    expect(has(power(store, matrix('skew'), num(2)).facts, Fact.symmetric)).toBe(true)
    expect(has(power(store, matrix('skew'), num(3)).facts, Fact.symmetric)).toBe(false)
  })

  test('an elementwise function keeps the symmetry, and zeros where f(0) = 0', () => {
    const kept = Object.fromEntries(elementwiseOperators.map(operator => [operator.name, keptBy(applying(operator))]))
    for (const name of ['sqrt', 'sin', 'tan', 'asin', 'atan', 'sinh', 'tanh', 'abs', 'sign', 'relu', 'step', 'erf']) {
      expect(`${name}: ${kept[name]}`).toBe(`${name}: symmetric diagonal lower upper`)
    }
    for (const name of ['exp', 'log', 'cos', 'acos', 'cosh', 'sigmoid', 'softplus']) {
      expect(`${name}: ${kept[name]}`).toBe(`${name}: symmetric`)
    }
    expect(keptBy(x => store.apply(hadamardPowerOperator, [x, num(2)]))).toBe('symmetric')
  })

  test('a Kronecker product keeps what all its factors have, a Hadamard product the zeros of any', () => {
    const both = 'symmetric diagonal orthogonal lower upper positiveDefinite'
    expect(structures.filter(s => has(kron(store, matrix(s), matrix(s, 'Y')).facts, Fact[s])).join(' ')).toBe(both)
    expect(keptBy(x => kron(store, x, matrix()))).toBe('')
    expect(keptBy(x => hadamard(store, x, matrix()))).toBe('diagonal lower upper')
    expect(keptBy(x => hadamard(store, x, matrix('positiveDefinite')))).toBe(
      'symmetric diagonal lower upper positiveDefinite',
    )
  })

  test('a Fréchet derivative keeps what point and direction share', () => {
    for (const name of ['expm', 'logm', 'sqrtm', 'phi1']) {
      const apply = (x: Expression, e: Expression) => store.apply(frechetOperator(name)!, [x, e])
      expect(keptBy(x => apply(x, x))).toBe('symmetric diagonal lower upper')
      expect(keptBy(x => apply(x, matrix()))).toBe('')
    }
  })
})

test('some operators give a structure that was not there', () => {
  const gives = (apply: (x: Expression) => Expression, structure: Structure | undefined, given: Structure) =>
    has(apply(matrix(structure)).facts, Fact[given])
  expect(gives(applying(matrixExponentialOperator), 'symmetric', 'positiveDefinite')).toBe(true)
  expect(gives(applying(matrixExponentialOperator), 'skew', 'orthogonal')).toBe(true)
  expect(gives(applying(matrixExponentialOperator), undefined, 'orthogonal')).toBe(false)
  expect(gives(applying(choleskyOperator), undefined, 'lower')).toBe(true)
  expect(gives(applying(choleskyOperator), 'diagonal', 'positiveDefinite')).toBe(true)
  expect(gives(applying(lowerTriangleOperator), undefined, 'lower')).toBe(true)
  expect(gives(applying(lowerTriangleOperator), 'upper', 'diagonal')).toBe(true)
  expect(gives(applying(lowerTriangleOperator), 'lower', 'diagonal')).toBe(false)
  expect(gives(applying(upperTriangleOperator), undefined, 'upper')).toBe(true)
  expect(gives(applying(upperTriangleOperator), 'lower', 'diagonal')).toBe(true)
  for (const triangle of [lowerTriangleOperator, upperTriangleOperator]) {
    expect(gives(applying(triangle), undefined, 'symmetric')).toBe(false)
    expect(gives(applying(triangle), 'diagonal', 'symmetric')).toBe(true)
  }
  expect(gives(applying(lowerTriangleOperator), 'upper', 'symmetric')).toBe(true)
  expect(gives(applying(upperTriangleOperator), 'lower', 'symmetric')).toBe(true)
  expect(gives(x => power(store, x, num(2)), 'lower', 'symmetric')).toBe(false)
  expect(gives(x => diag(store, x), undefined, 'symmetric')).toBe(false)
})
