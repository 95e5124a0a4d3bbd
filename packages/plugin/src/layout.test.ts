import { describe, expect, test } from 'vitest'
import { createStore, rational, type Shape, scale, symbol, transpose } from './index.ts'
import { defineLayout } from './layout.ts'

const store = createStore()
const D = symbol(store, 'D', { rows: 'k', cols: 'l' })
const shapes: Record<string, Shape> = {
  scalar: { rows: '1', cols: '1' },
  vector: { rows: 'm', cols: '1' },
  row: { rows: '1', cols: 'm' },
  matrix: { rows: 'm', cols: 'n' },
}
const pair = (of: keyof typeof shapes, by: keyof typeof shapes) => ({ of: shapes[of], by: shapes[by] })

const layout = defineLayout(
  { name: '@somebody/layout-strange', version: '1.0.0', description: 'Some rows differ.' },
  {
    title: 'strange layout',
    source: 'a test',
    aliases: ['odd'],
    rows: {
      'scalar by vector': 'transpose',
      other: {
        from: (store, derivative) => scale(store, rational(2), derivative),
        to: (store, derivative) => scale(store, rational(1, 2), derivative),
      },
    },
  },
)

describe('a layout', () => {
  test('is called by what its package brings, and converts by an identity of that package', () => {
    expect(layout.name).toBe('strange')
    expect(layout.aliases).toEqual(['odd'])
    expect(layout.identity).toMatchObject({ name: 'layout-strange', version: '1.0.0', phases: ['layout'] })
    expect(layout.identity.rewrite(D, { store, depends: () => true, assume: () => {} })).toBeUndefined()
  })

  test('leaves the rows that it does not mention as in numerator layout', () => {
    for (const each of [pair('vector', 'vector'), pair('scalar', 'matrix'), pair('scalar', 'scalar')]) {
      expect(layout.fromNumerator(store, D, each)).toBe(D)
      expect(layout.toNumerator(store, D, each)).toBe(D)
    }
  })

  test('converts the rows that it mentions, a row vector counting as a vector', () => {
    expect(layout.fromNumerator(store, D, pair('scalar', 'vector'))).toBe(transpose(store, D))
    expect(layout.fromNumerator(store, D, pair('scalar', 'row'))).toBe(transpose(store, D))
    expect(layout.fromNumerator(store, D, pair('matrix', 'matrix'))).toBe(scale(store, rational(2), D))
  })

  test('converts back to where it came from', () => {
    for (const of of Object.keys(shapes)) {
      for (const by of Object.keys(shapes)) {
        const there = layout.fromNumerator(store, D, pair(of, by))
        expect(layout.toNumerator(store, there, pair(of, by))).toBe(D)
      }
    }
  })
})
