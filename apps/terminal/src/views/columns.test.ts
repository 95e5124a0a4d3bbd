import { expect, it } from 'vitest'
import { type Row, setColumns } from './columns.ts'

const plain = (text: string): string => text
const paint = { equation: plain, identity: plain, reason: plain }
const rows: Row[] = [
  { equation: 'df = x' },
  { equation: '   = yy', by: ['one 1.0.0', 'because'], notes: ['     with y'] },
  { equation: '   = zzzzzzzzzzzzzzzzzzzzzzzzz', by: ['three 1.0.0', 'so it is'] },
  { equation: '   = z', by: ['three 1.0.0', 'so'] },
]

it('aligns what fits and moves the reason of what does not below', () => {
  expect(setColumns(rows, 36, paint)).toEqual([
    'df = x',
    '   = yy  one 1.0.0    because',
    '     with y',
    '   = zzzzzzzzzzzzzzzzzzzzzzzzz',
    '         three 1.0.0  so it is',
    '   = z   three 1.0.0  so',
  ])
})

it('moves all reasons below where there is no room for most', () => {
  expect(setColumns(rows, 20, paint)[2]).toBe('        one 1.0.0  because')
})

it('gives every equation the room it needs', () => {
  expect(setColumns(rows, 200, paint)[3]).toBe('   = zzzzzzzzzzzzzzzzzzzzzzzzz  three 1.0.0  so it is')
})
