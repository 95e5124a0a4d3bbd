import { expect, test } from 'vitest'
import type { Kind } from '../expression/shape.ts'
import { layoutCase } from './layout.ts'

const table: readonly (readonly [of: Kind, by: Kind, row: string])[] = [
  ['scalar', 'scalar', 'scalar by scalar'],
  ['scalar', 'vector', 'scalar by vector'],
  ['scalar', 'row vector', 'scalar by vector'],
  ['scalar', 'matrix', 'scalar by matrix'],
  ['vector', 'scalar', 'vector by scalar'],
  ['row vector', 'scalar', 'vector by scalar'],
  ['vector', 'row vector', 'vector by vector'],
  ['row vector', 'row vector', 'vector by vector'],
  ['matrix', 'scalar', 'matrix by scalar'],
  ['vector', 'matrix', 'other'],
  ['row vector', 'matrix', 'other'],
  ['matrix', 'vector', 'other'],
  ['matrix', 'row vector', 'other'],
  ['matrix', 'matrix', 'other'],
]

test.each(table)('%s by %s belongs to the row "%s" of the layout table', (of, by, row) => {
  expect(layoutCase(of, by)).toBe(row)
})
