import { toText } from '@matrix-derive/notation'
import { describe, expect, test } from 'vitest'
import { placedLines } from './lines.ts'
import { restored, saved } from './saving.ts'
import { emptySession } from './state.ts'
import { byHand, type Hand, problemWith } from './testing/hand.ts'

const trace = { expression: 'tr(A*X*B)', wrt: ['X'] }
const norm = { expression: 'norm2(W*x + b)^2', wrt: ['W', 'b'], variables: { x: 'vector(n)' } }

const lines = (hand: Hand) => [...placedLines(hand.look().draft)].map(({ right }) => toText(right))

describe('undo and redo', () => {
  test('go back through everything, one thing at a time, and forth again', () => {
    const hand = byHand(trace)
    const seen = [lines(hand)]
    hand.use('differential-trace')
    seen.push(lines(hand))
    hand.use('differential-affine', 'd(A*X*B)')
    seen.push(lines(hand))
    hand.do({ kind: 'finish' })
    hand.do({ kind: 'layout', layout: 'denominator' })
    const layout = () => hand.look().tab.document.question.layout
    expect([layout(), hand.answers()]).toEqual(['denominator', ["A'*B'"]])
    hand.do({ kind: 'undo' })
    expect([layout(), hand.answers()]).toEqual(['numerator', ['B*A']])
    for (const expected of seen.toReversed()) {
      hand.do({ kind: 'undo' })
      expect(lines(hand)).toEqual(expected)
    }
    const first = hand.session
    hand.do({ kind: 'undo' })
    expect(hand.session).toEqual(first)
    for (let i = 0; i < 4; i++) hand.do({ kind: 'redo' })
    expect([layout(), hand.answers()]).toEqual(['denominator', ["A'*B'"]])
    const last = hand.session
    hand.do({ kind: 'redo' })
    expect(hand.session).toEqual(last)
  })

  test('forget nothing after a thousand changes', () => {
    const hand = byHand(trace)
    for (let i = 0; i < 500; i++) {
      hand.do({ kind: 'layout', layout: 'denominator' })
      hand.do({ kind: 'layout', layout: 'numerator' })
    }
    for (let i = 0; i < 1000; i++) hand.do({ kind: 'undo' })
    expect(hand.look().tab.past).toEqual([])
    expect(hand.look().tab.future).toHaveLength(1000)
  })

  test('a new move after undo forgets what was undone', () => {
    const hand = byHand(trace)
    hand.use('differential-trace')
    hand.do({ kind: 'undo' })
    hand.use('differential-trace')
    expect(hand.look().tab.future).toEqual([])
  })
})

describe('branches', () => {
  test('another move at an earlier line begins a branch; both can be gone on with', () => {
    const hand = byHand(trace, 'strategy')
    hand.goTo({ block: 0, line: 1 })
    hand.use('differential-linear', 'd(A*X*B)')
    const { document } = hand.look().tab
    expect([document.branches.length, document.branch]).toEqual([2, 1])
    expect(lines(hand)).toEqual(['d(tr(A*X*B))', 'tr(d(A*X*B))', 'tr(A*d(X)*B)'])
    hand.do({ kind: 'finish' })
    expect(hand.answers()).toEqual(['B*A'])
    hand.do({ kind: 'branch', branch: 0 })
    expect(lines(hand)).toEqual(['d(tr(A*X*B))', 'tr(d(A*X*B))', 'tr(A*d(X)*B)', 'tr(B*A*d(X))', 'B*A'])
    hand.do({ kind: 'drop-branch' })
    expect(hand.look().tab.document.branches).toHaveLength(1)
    expect(hand.answers()).toEqual(['B*A'])
  })

  test('a branch keeps no moves that it dropped', () => {
    const hand = byHand(trace)
    hand.use('differential-trace')
    hand.use('differential-affine', 'd(A*X*B)')
    hand.do({ kind: 'finish' })
    hand.goTo({ block: 0, line: 0 })
    hand.use('scalar-as-trace', 'tr(A*X*B)')
    const { branches, branch } = hand.look().tab.document
    expect(branches[branch].moves).toHaveLength(1)
  })
})

describe('several derivatives', () => {
  test('the one is worked on without losing the other', () => {
    const hand = byHand(norm, 'strategy')
    const [byW, byB] = hand.answers()
    const { draft } = hand.look()
    hand.goTo({ block: 1, line: 0 })
    hand.use('definition', 'y')
    expect(hand.line()).toBe("2*x*(W*x + b)'")
    expect(draft.blocks).toHaveLength(3)
    expect(hand.look().draft.blocks[2]).toBe(draft.blocks[2])
    hand.do({ kind: 'finish' })
    expect([byW, byB]).toHaveLength(2)
    expect(hand.answers()[1]).toBe(byB)
  })

  test('each is read off by hand from the same line', () => {
    const hand = byHand({ expression: "x'*A*y", wrt: ['x', 'y'] })
    for (let hint = hand.explorer.hint(hand.session); hint && !hint.identity?.phases.includes('identify'); ) {
      hand.do({ kind: 'advance' })
      hint = hand.explorer.hint(hand.session)
    }
    const { at } = hand.look().tab.cursor
    hand.use('total-differential-mixed', undefined, "y'*A'")
    hand.goTo(at)
    hand.use('total-differential-mixed', undefined, "x'*A")
    expect(hand.look().complete).toBe(true)
    expect(hand.answers()).toEqual(["y'*A'", "x'*A"])
    expect(hand.look().tab.document.branches).toHaveLength(1)
  })
})

test('a second derivative can be gone through by hand', () => {
  const asking = { expression: "x'*A*x", wrt: ['x'], order: 2 }
  const hand = byHand(asking)
  hand.use('differential-product')
  hand.use('differential-transpose', "d(x')")
  hand.use('scalar-transpose', "d(x)'*A*x")
  hand.use('collect-terms')
  hand.use('identify-scalar-by-vector')
  hand.use(undefined)
  expect(hand.line()).toBe("(x'*A' + x'*A)'")
  hand.use(undefined)
  expect(hand.line()).toBe("d((x'*A' + x'*A)')")
  hand.do({ kind: 'finish' })
  expect(hand.answers()).toEqual(["A + A'"])
})

test('the structure of a variable counts by hand as well, and is kept', () => {
  const asking = {
    expression: 'tr(A*S)',
    wrt: ['S'],
    variables: { S: 'symmetric(n)' },
    structure: 'projected',
  } as const
  const hand = byHand(asking, 'strategy')
  expect(hand.answers()).toEqual(["1/2*(A + A')"])
  const again = restored(saved(hand.session))
  expect(again.tabs[0].document.question.structure).toBe('projected')
  expect(saved(again)).toBe(saved(hand.session))
})

test('moves that do not fit another layout are set aside, and fit again in the first one', () => {
  const hand = byHand({ ...trace, layout: 'denominator' }, 'strategy')
  expect(hand.answers()).toEqual(["A'*B'"])
  hand.goTo({ block: 1, line: 1 })
  hand.use('transpose-product')
  hand.do({ kind: 'layout', layout: 'numerator' })
  expect(hand.look().setAside).toBe(1)
  expect(hand.answers()).toEqual(['B*A'])
  hand.do({ kind: 'layout', layout: 'denominator' })
  expect(hand.look().setAside).toBe(0)
  expect(hand.answers()).toEqual(["A'*B'"])
})

test('what came to its end by hand is brought to its end in another layout', () => {
  const hand = byHand(trace)
  hand.use('differential-trace')
  hand.use('differential-affine', 'd(A*X*B)')
  hand.use('trace-cyclic', undefined, 'tr(B*A*d(X))')
  hand.use('identify-scalar-by-matrix')
  expect([hand.look().complete, hand.answers()]).toEqual([true, ['B*A']])
  hand.do({ kind: 'layout', layout: 'denominator' })
  expect([hand.look().complete, hand.answers()]).toEqual([true, ["A'*B'"]])
})

describe('saving', () => {
  test('keeps everything: tabs, moves, branches, undo, the cursor', () => {
    const hand = byHand(trace, 'strategy')
    hand.do({ kind: 'open', question: norm, by: 'hand' })
    hand.use('chain-scalar-by-vector', 'W*x + b')
    hand.goTo({ block: 0, line: 0 })
    hand.do({ kind: 'tree', direction: 'in' })
    hand.use('scalar-as-trace', 'norm2(W*x + b)^2')
    hand.do({ kind: 'undo' })
    const again = { ...byHand(trace), session: restored(saved(hand.session)) }
    expect(again.session).toEqual(hand.session)
    expect(saved(again.session)).toBe(saved(hand.session))
    expect(again.explorer.look(again.session)!.tab).toEqual(hand.look().tab)
    const both = [hand, again].map(({ explorer, session }) => [...placedLines(explorer.look(session)!.draft)])
    expect(both[1].map(({ right }) => toText(right))).toEqual(both[0].map(({ right }) => toText(right)))
    const redone = again.explorer.dispatch(again.session, { kind: 'redo' }).session
    expect(redone.tabs[1].document.branches).toHaveLength(2)
  })

  test.each([
    ['no JSON', '{"format": "matrix-der'],
    ['another file', '{"name": "x"}'],
    ['a newer version', saved(emptySession).replace('"version":1', '"version":2')],
    ['a branch that is not there', saved(byHand(trace).session).replace('"branch":0', '"branch":3')],
    [
      'a structure of no kind',
      saved(byHand({ ...trace, structure: 'projected' }).session).replace('projected', 'whole'),
    ],
    ['a move of no kind', saved(byHand(trace, 'strategy').session).replace('"strategy"', '"magic"')],
  ])('turns down %s', (_, text) => {
    expect(problemWith(() => restored(text))).toBe('value')
  })

  test('an empty session stays empty', () => {
    expect(restored(saved(emptySession))).toEqual(emptySession)
  })
})

describe('what cannot be done is a problem and changes nothing', () => {
  test.each([
    [
      'a program that cannot be read',
      { kind: 'open', question: { expression: 'tr(A*', wrt: ['A'] }, by: 'hand' },
      'syntax',
    ],
    [
      'an unknown variable',
      { kind: 'open', question: { expression: 'tr(A)', wrt: ['X'] }, by: 'hand' },
      'unknown-name',
    ],
    ['no variable', { kind: 'open', question: { expression: 'tr(A)', wrt: [] }, by: 'hand' }, 'value'],
    ['an unknown layout', { kind: 'layout', layout: 'diagonal' }, 'value'],
  ] as const)('%s', (_, intent, code) => {
    const hand = byHand(trace)
    const { session, problem } = hand.explorer.dispatch(hand.session, intent)
    expect(problem?.code).toBe(code)
    expect(session).toBe(hand.session)
  })

  test('a cancelled derivation', () => {
    const signal = { aborted: false }
    const hand = byHand(trace, 'hand', signal)
    signal.aborted = true
    const { session, problem } = hand.explorer.dispatch(hand.session, { kind: 'finish' })
    expect(problem?.code).toBe('cancelled')
    expect(session).toBe(hand.session)
    signal.aborted = false
    hand.do({ kind: 'finish' })
    expect(hand.answers()).toEqual(['B*A'])
  })

  test('anything without a program', () => {
    const { explorer } = byHand(trace)
    expect(explorer.dispatch(emptySession, { kind: 'undo' }).problem?.code).toBe('value')
    expect(explorer.look(emptySession)).toBeUndefined()
    expect(explorer.choices(emptySession)).toEqual([])
    expect(explorer.hint(emptySession)).toBeUndefined()
  })
})

test('tabs are opened, switched and closed', () => {
  const hand = byHand(trace)
  hand.do({ kind: 'open', question: norm, by: 'strategy' })
  expect(hand.session.active).toBe(1)
  hand.do({ kind: 'switch', tab: 0 })
  expect(hand.line()).toBe('d(tr(A*X*B))')
  hand.do({ kind: 'close' })
  expect(hand.session.tabs).toHaveLength(1)
  expect(hand.look().tab.document.question.expression).toBe(norm.expression)
})

test('the cursor goes through lines and trees and never leaves them', () => {
  const hand = byHand(trace, 'strategy')
  const cursor = () => hand.look().tab.cursor
  hand.do({ kind: 'line', by: -100 })
  expect(cursor()).toEqual({ at: { block: 0, line: 0 }, path: [] })
  for (const direction of ['in', 'in', 'in', 'right', 'in', 'right', 'right', 'left'] as const) {
    hand.do({ kind: 'tree', direction })
  }
  expect(toText(hand.look().node!)).toBe('X')
  for (let i = 0; i < 5; i++) hand.do({ kind: 'tree', direction: 'out' })
  expect(hand.look().node).toBe(hand.look().line)
  hand.do({ kind: 'line', by: 100 })
  expect(cursor().at).toEqual({ block: 1, line: 0 })
})

test('a program may be replaced, and taken back', () => {
  const hand = byHand(trace, 'strategy')
  hand.do({ kind: 'edit', question: { expression: 'tr(X*X)', wrt: ['X'] }, by: 'strategy' })
  expect(hand.answers()).toEqual(['2*X'])
  hand.do({ kind: 'undo' })
  expect(hand.answers()).toEqual(['B*A'])
})

test('a full store is begun anew, and what was done is done again', () => {
  const hand = byHand(trace, 'hand', { aborted: false }, { nodes: 60 })
  for (let i = 0; i < 40; i++) {
    hand.use('differential-trace')
    hand.do({ kind: 'undo' })
    hand.at('tr(A*X*B)')
    for (const choice of hand.choices().slice(0, 1)) hand.explorer.dispatch(hand.session, { kind: 'apply', choice })
  }
  expect(hand.line()).toBe('d(tr(A*X*B))')
})
