import { createStore } from '@matrix-derive/core'
import { readProgram } from '@matrix-derive/language'
import { toText } from '@matrix-derive/notation'
import { standardRegistry } from '@matrix-derive/standard'
import { expect, test } from 'vitest'
import { along, stepIn } from './tree.ts'

const { operators } = standardRegistry()
const { expression: root } = readProgram({ text: 'tr(A*X*B)', operators, store: createStore() })

test('a way leads through the nodes on it, as far as there are some', () => {
  const words = (path: readonly number[]) => along(root, path).map(node => toText(node))
  expect(words([])).toEqual(['tr(A*X*B)'])
  expect(words([0, 1])).toEqual(['tr(A*X*B)', 'A*X*B', 'X'])
  expect(words([0, 3, 1])).toEqual(['tr(A*X*B)', 'A*X*B'])
})

test.each([
  ['in', [], [0]],
  ['in', [0], [0, 0]],
  ['in', [0, 1], [0, 1]],
  ['out', [0, 1], [0]],
  ['out', [], []],
  ['left', [0, 1], [0, 0]],
  ['left', [0, 0], [0, 0]],
  ['right', [0, 1], [0, 2]],
  ['right', [0, 2], [0, 2]],
  ['right', [], []],
] as const)('a step %s from %j leads to %j', (direction, from, to) => {
  expect(stepIn(root, from, direction)).toEqual(to)
})
