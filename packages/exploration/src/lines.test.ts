import { expect, test } from 'vitest'
import { countLines, lineNumber, linesFrom, placedLines, placeOf } from './lines.ts'
import { byHand } from './testing/hand.ts'

const { draft } = byHand({ expression: "x'*A*x + log(t)", wrt: ['x', 't'], layout: 'denominator' }, 'strategy').look()
const lines = [...placedLines(draft)]

test('lines are numbered through all chains of equations', () => {
  expect(draft.blocks.length).toBeGreaterThan(2)
  expect(countLines(draft)).toBe(lines.length)
  for (const [number, { at }] of lines.entries()) {
    expect(placeOf(draft, number)).toEqual(at)
    expect(lineNumber(draft, at)).toBe(number)
  }
})

test('the nearest place to a number that no line has is the first or the last one', () => {
  expect(placeOf(draft, -3)).toEqual({ block: 0, line: 0 })
  expect(placeOf(draft, lines.length + 3)).toEqual(lines.at(-1)!.at)
})

test('as many lines are made as are asked for, and no more than there are', () => {
  for (const number of lines.keys()) {
    for (const count of [0, 1, 2, lines.length + 1]) {
      expect(linesFrom(draft, number, count)).toEqual(lines.slice(number, number + count))
    }
  }
})
