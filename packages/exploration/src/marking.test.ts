import { createStore, reachable } from '@matrix-derive/core'
import { readProgram } from '@matrix-derive/language'
import { toUnicode } from '@matrix-derive/notation'
import { standardRegistry } from '@matrix-derive/standard'
import { expect, test } from 'vitest'
import { writeMarked } from './marking.ts'
import { matchingOf } from './matching.ts'
import { byHand } from './testing/hand.ts'

test.each(["tr(A*X*B) + x'*X*y/2 - norm2(X*y)^2", "-inv(X)'*(A .* (B + A)) - 2*A", "y = W*x; sum(exp(y)) + y'*y"])(
  'every subexpression of %s is marked where it stands',
  text => {
    const store = createStore()
    const { expression } = readProgram({ text, operators: standardRegistry().operators, store })
    for (const node of reachable([expression])) {
      const { text: written, spans } = writeMarked(expression, [node])
      expect(written).toBe(toUnicode(expression))
      for (const [start, end] of spans) {
        // The sign of a term belongs to the sum around it, and an exponent is raised.
        const raised = node.data?.key === '2' && written.slice(start, end) === '²'
        const own = toUnicode(node)
        if (!raised) expect(node === expression ? own : own.replace(/^-/, '')).toBe(written.slice(start, end))
      }
    }
  },
)

test('marks come in the order in which they stand, a whole before its parts', () => {
  const store = createStore()
  const { operators } = standardRegistry()
  const { expression } = readProgram({ text: 'tr(A*X*B) + tr(X)', operators, store })
  const { text, spans } = writeMarked(expression, reachable([expression]))
  const words = ['tr(AXB) + tr(X)', 'tr(AXB)', 'AXB', 'A', 'X', 'B', 'tr(X)', 'X']
  expect(spans.map(([start, end]) => text.slice(start, end))).toEqual(words)
})

test('a use of a law is matched with its statement', () => {
  const hand = byHand({ expression: 'tr(A*X*B)', wrt: ['X'] }, 'strategy')
  const { draft } = hand.look()
  const { registry, store } = draft.request
  const matchings = draft.blocks[0].steps.map(({ identity, from, to }) => {
    const found = matchingOf(store, identity, registry.operators, from[0], to[0])
    return (
      found && [found.statement, ...found.values.map(({ name, value }) => `${name} = ${toUnicode(value)}`)].join(', ')
    )
  })
  expect(matchings).toEqual(['d(tr(X)) = tr(d(X)), X = AXB', undefined, 'tr(A*B) = tr(B*A), A = A·dX, B = B'])
})
