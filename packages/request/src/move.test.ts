import { applicable, apply, beginDraft, lineAt } from '@matrix-derive/core'
import { standardRegistry } from '@matrix-derive/standard'
import { describe, expect, test } from 'vitest'
import { type Move, makeMove, moveOf, nodeAt } from './move.ts'
import { questionOf } from './solution.ts'

const at = { block: 0, line: 0 }
const short = 'tr(A*X*B*C)'
const long = Array.from({ length: 150 }, (_, i) => `tr(A*X*B*C${i})`).join(' + ')

describe.each([
  ['short', short, [0]],
  ['so long that it is not kept', long, [0, 0]],
])('a move on a line that is %s', (_, expression, path) => {
  const draft = beginDraft(questionOf({ expression, wrt: 'X' }, { registry: standardRegistry() }).asked)
  const choices = applicable(draft, at, nodeAt(lineAt(draft, at)!, path)!)
  const turns = choices.filter(({ identity }) => identity?.name === 'trace-cyclic')
  const moves = turns.map(turn => moveOf(choices, turn, at, path) as Move & { kind: 'apply' })

  test('is made again as it was', () => {
    expect(turns.length).toBeGreaterThan(1)
    for (const [i, turn] of turns.entries()) {
      const line = { block: 0, line: 1 }
      expect(moves[i]).toMatchObject({ law: 'trace-cyclic@1.0.0', nth: i, path })
      expect(moves[i]).not.toHaveProperty('opens')
      expect('result' in moves[i]).toBe(expression === short)
      expect(lineAt(makeMove(draft, moves[i]), line)).toBe(lineAt(apply(draft, at, turn), line))
    }
  })

  test('is made by another version of the law, too', () => {
    const newer = makeMove(draft, { ...moves[1], law: 'trace-cyclic@7.0.0' })
    expect(newer.blocks[0].end).toBe(makeMove(draft, moves[1]).blocks[0].end)
  })

  test('goes by its result rather than by its number', () => {
    const moved = makeMove(draft, { ...moves[0], nth: 1 })
    const expected = moves[expression === short ? 0 : 1]
    expect(moved.blocks[0].end).toBe(makeMove(draft, expected).blocks[0].end)
  })

  test('is a problem where nothing leads there', () => {
    expect(() => makeMove(draft, { ...moves[0], path: [0, 9, 1] })).toThrow('Expected a move at a line that is there')
    const { result: _, ...other } = moves[0]
    expect(() => makeMove(draft, { ...other, law: 'inverse-product@1.0.0' })).toThrow(
      '"inverse-product@1.0.0" to apply',
    )
  })
})
