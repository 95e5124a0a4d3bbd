import { describe, expect, test } from 'vitest'
import { codeOf, createSymbols } from '../testing/symbols.ts'
import {
  abstractFunction,
  elementwiseFunction,
  functionInfo,
  isElementwiseFunction,
  jacobianOf,
  jacobianShape,
} from './functions.ts'
import { traceOperator } from './linear.ts'

const { store, A, X, x, y, a } = createSymbols()
const [scalar, column, row] = [a.shape, x.shape, { rows: '1', cols: 'k' }]
const matrix = A.shape

describe('a declared function', () => {
  const f = abstractFunction('f', [column, matrix], scalar)

  test('is one operator wherever it is declared alike', () => {
    expect(abstractFunction('f', [column, matrix], scalar)).toBe(f)
    expect(abstractFunction('f', [column], scalar)).not.toBe(f)
    expect(abstractFunction('f', [column, matrix], column)).not.toBe(f)
    expect(elementwiseFunction('sigma', 1)).toBe(jacobianOf(elementwiseFunction('sigma')))
  })

  test('takes what it is declared to take', () => {
    expect(store.apply(f, [x, A]).shape).toEqual(scalar)
    expect(codeOf(() => store.apply(f, [x]))).toBe('arity')
    expect(codeOf(() => store.apply(f, [A, x]))).toBe('shape-mismatch')
    expect(codeOf(() => store.apply(f, [x, X]))).toBe('shape-mismatch')
  })

  test('has derivatives that are called after it', () => {
    const l = abstractFunction('l', [column], scalar)
    expect(jacobianOf(l).name).toBe('D(l)')
    expect(jacobianOf(jacobianOf(l)).name).toBe('D(D(l))')
    expect(jacobianOf(f, 1).name).toBe('D(f,2)')
    expect(jacobianOf(jacobianOf(f, 1)).name).toBe('D(D(f,2),1)')
    expect(elementwiseFunction('sigma', 2).name).toBe("sigma''")
  })

  test('has derivatives of the right shape', () => {
    expect(store.apply(jacobianOf(f, 0), [x, A]).shape).toEqual({ rows: '1', cols: 'n' })
    expect(store.apply(jacobianOf(f, 1), [x, A]).shape).toEqual({ rows: 'n', cols: 'm' })
    const l = abstractFunction('l', [column], scalar)
    expect(store.apply(jacobianOf(jacobianOf(l)), [x]).shape).toEqual({ rows: 'n', cols: 'n' })
    expect(store.apply(elementwiseFunction('sigma', 1), [A]).shape).toEqual(matrix)
  })

  test('is told apart from the operators, which have no Jacobian of this kind', () => {
    expect(functionInfo(f)).toMatchObject({ kind: 'abstract', name: 'f', positions: [] })
    expect(functionInfo(jacobianOf(f, 1))).toMatchObject({ name: 'f', positions: [1] })
    expect(isElementwiseFunction(elementwiseFunction('sigma'))).toBe(true)
    expect(isElementwiseFunction(f)).toBe(false)
    expect(functionInfo(traceOperator)).toBeUndefined()
    expect(codeOf(() => jacobianOf(traceOperator))).toBe('unsupported')
  })
})

test('the Jacobian in numerator layout: a row for each entry of what is differentiated, a column for each of the other', () => {
  expect(jacobianShape(scalar, scalar)).toEqual(scalar)
  expect(jacobianShape(scalar, column)).toEqual({ rows: '1', cols: 'n' })
  expect(jacobianShape(scalar, row)).toEqual({ rows: '1', cols: 'k' })
  expect(jacobianShape(scalar, matrix)).toEqual({ rows: 'n', cols: 'm' })
  expect(jacobianShape(column, scalar)).toEqual(column)
  expect(jacobianShape(row, scalar)).toEqual({ rows: 'k', cols: '1' })
  expect(jacobianShape(matrix, scalar)).toEqual(matrix)
  expect(jacobianShape(y.shape, row)).toEqual({ rows: 'n', cols: 'k' })
  expect(jacobianShape(matrix, column)).toEqual({ rows: 'm*n', cols: 'n' })
  expect(jacobianShape(column, matrix)).toEqual({ rows: 'n', cols: 'm*n' })
  expect(jacobianShape(matrix, X.shape)).toEqual({ rows: 'm*n', cols: 'n*n' })
})
