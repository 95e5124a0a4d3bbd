import { readStatement } from '@matrix-derive/language'
import { builtInOperators } from '@matrix-derive/operators'
import { expect, test } from 'vitest'
import { type Degree, degreeAlgebra, differenceDegree, variable } from './degree.ts'
import { evaluateAll } from './evaluate.ts'

const size = new Map([
  ['m', 2],
  ['n', 3],
])

/** The bound for X, Y n×n and A m×n, all of which move. */
function bound(statement: string): number {
  const where = { X: 'matrix(n)', Y: 'matrix(n)', A: 'matrix(m,n)', x: 'scalar' }
  const used = Object.fromEntries(Object.entries(where).filter(([name]) => statement.includes(name)))
  const { left, right, symbols } = readStatement(statement, used, builtInOperators)
  const values = new Map<string, Degree>()
  for (const [name, { shape }] of symbols) {
    const [rows, cols] = [shape.rows, shape.cols].map(dim => size.get(dim) ?? 1)
    values.set(name, { rows, cols, value: variable, tangent: variable })
  }
  const [a, b] = evaluateAll([left, right], { algebra: degreeAlgebra(), values, sizes: size })
  return differenceDegree(a, b)
}

test.each([
  ['X*Y = Y*X', 2],
  ['X*Y*X = X', 3],
  ['det(X) = det(Y)', 3],
  ['adj(X) = Y', 2],
  ['d(X*Y) = d(X)*Y + X*d(Y)', 2],
  ['d(det(X)) = tr(adj(X)*d(X))', 3],
  // inv(X) is adj(X)/det(X): 2 over 3, and Y*det(X) - adj(X) has degree 4.
  ['inv(X) = Y', 4],
  // Both sides over det(X)^2, multiplied out crosswise.
  ['d(inv(X)) = -inv(X)*d(X)*inv(X)', 11],
  ['x^5 = x', 5],
  ['x^-2 = x', 3],
])('the degree of %s is at most %d', (statement, degree) => {
  expect(bound(statement)).toBe(degree)
})
