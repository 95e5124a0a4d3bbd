import { describe, expect, test } from 'vitest'
import { codeOf, createSymbols } from '../testing/symbols.ts'
import { acceptsCount, bindDimension, operandShape, parseSignature, shapeBySignatures } from './signature.ts'

const { A, B, X, x, a } = createSymbols()

describe('a signature', () => {
  test('says the shapes of operands and result in dimension variables', () => {
    const signature = parseSignature('matrix(m,n), vector(n) -> rowvector(m)')
    expect(signature.operands).toEqual([
      { rows: 'm', cols: 'n' },
      { rows: 'n', cols: '1' },
    ])
    expect(signature.result).toEqual({ rows: '1', cols: 'm' })
    expect(parseSignature('matrix(n) -> scalar').operands).toEqual([{ rows: 'n', cols: 'n' }])
    expect(parseSignature('matrix(m,n), matrix(p,q) -> matrix(m*p,n*q)').result).toEqual({ rows: 'm*p', cols: 'n*q' })
  })

  test('may let its last operand come any number of times', () => {
    const signature = parseSignature('matrix(m,n)... -> matrix(m,n)')
    expect([0, 1, 5].map(count => acceptsCount(signature, count))).toEqual([false, true, true])
    expect(operandShape(signature, 7)).toEqual({ rows: 'm', cols: 'n' })
    expect(acceptsCount(parseSignature('matrix(n) -> scalar'), 2)).toBe(false)
  })

  test.each([
    'matrix(m,n)',
    'matrix(m,n) -> matrix(m,n) -> scalar',
    'tensor(m) -> scalar',
    'scalar(n) -> scalar',
    'vector -> scalar',
    'vector(m,n) -> scalar',
    'rowvector(m,n) -> scalar',
    'matrix(m,n,p) -> scalar',
  ])('that cannot be read is a problem of the plugin: %s', text => {
    expect(codeOf(() => parseSignature(text))).toBe('plugin')
  })
})

describe('the shape of a result', () => {
  const product = [parseSignature('matrix(m,n), matrix(n,p) -> matrix(m,p)')]

  test('follows from the first signature that fits', () => {
    expect(shapeBySignatures('f', product, [A, B])).toEqual({ rows: 'm', cols: 'p' })
    const either = [parseSignature('vector(n) -> matrix(n,n)'), parseSignature('matrix(n,n) -> vector(n)')]
    expect(shapeBySignatures('diag', either, [x])).toEqual({ rows: 'n', cols: 'n' })
    expect(shapeBySignatures('diag', either, [X])).toEqual({ rows: 'n', cols: '1' })
  })

  test('is refused with the reason', () => {
    const squares = [parseSignature('matrix(n), matrix(n) -> scalar')]
    expect(codeOf(() => shapeBySignatures('f', squares, [A, X]))).toBe('not-square')
    expect(codeOf(() => shapeBySignatures('f', squares, [X, A]))).toBe('shape-mismatch')
    expect(codeOf(() => shapeBySignatures('f', product, [A, A]))).toBe('shape-mismatch')
    expect(codeOf(() => shapeBySignatures('f', product, [A]))).toBe('arity')
    expect(codeOf(() => shapeBySignatures('tr', [parseSignature('matrix(n) -> scalar')], [A]))).toBe('not-square')
    expect(shapeBySignatures('tr', [parseSignature('matrix(n) -> scalar')], [a])).toEqual({ rows: '1', cols: '1' })
  })
})

test('a dimension variable is bound once and to one size', () => {
  const bound = new Map<string, string>()
  expect(bindDimension('n', '2*k', bound)).toBe(true)
  expect(bindDimension('n', '2*k', bound)).toBe(true)
  expect(bindDimension('n', 'k', bound)).toBe(false)
  expect(bindDimension('1', 'k', bound)).toBe(false)
  expect(bindDimension('3*n', '6*k', bound)).toBe(true)
})
