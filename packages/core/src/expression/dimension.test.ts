import { expect, test } from 'vitest'
import {
  dimension,
  dimensionNames,
  dimensionParts,
  dimensionSize,
  multiplyDimensions,
  substituteDimension,
  triangularDimension,
  unit,
} from './dimension.ts'

test('a product of sizes has one spelling', () => {
  expect(dimension(2, ['n', 'm'])).toBe('2*m*n')
  expect(multiplyDimensions('n', 'm')).toBe(multiplyDimensions('m', 'n'))
  expect(multiplyDimensions('2*n', '3*m')).toBe('6*m*n')
  expect(multiplyDimensions('n', 'n')).toBe('n*n')
})

test('a size times 1 is itself', () => {
  expect(multiplyDimensions(unit, 'n')).toBe('n')
  expect(multiplyDimensions('2*n', unit)).toBe('2*n')
})

test('the parts of a size are its number and its names', () => {
  expect(dimensionParts('6*m*n')).toEqual({ factor: 6, names: ['m', 'n'] })
  expect(dimensionParts('4')).toEqual({ factor: 4, names: [] })
  expect(dimensionParts('n')).toEqual({ factor: 1, names: ['n'] })
})

test('names are replaced by sizes and by numbers', () => {
  const sizes: Record<string, string> = { m: '2*k', n: '3' }
  expect(substituteDimension('m*n', name => sizes[name])).toBe('6*k')
  expect(substituteDimension('5', name => sizes[name])).toBe('5')
  expect(substituteDimension('2*m', name => sizes[name])).toBe('4*k')
  expect(dimensionSize('n', () => 3)).toBe(3)
  expect(dimensionSize('2*m*n', name => ({ m: 4, n: 3 })[name]!)).toBe(24)
})

test('a triangular number is a size like a name', () => {
  const half = triangularDimension('m*n')
  expect(half).toBe('tri(m*n)')
  expect(triangularDimension('4')).toBe('10')
  expect(triangularDimension(unit)).toBe(unit)
  expect(dimensionParts(`2*k*${half}`)).toEqual({ factor: 2, names: ['k', half] })
  expect(dimensionNames(multiplyDimensions('k', half))).toEqual(['k', 'm', 'n'])
  expect(substituteDimension(half, name => ({ m: '2', n: 'p' })[name]!)).toBe('tri(2*p)')
  expect(substituteDimension(half, () => '2')).toBe('10')
  expect(substituteDimension(`3*${half}`, () => 'q')).toBe('3*tri(q*q)')
  expect(dimensionSize(`2*${half}`, name => ({ m: 2, n: 3 })[name]!)).toBe(42)
})
