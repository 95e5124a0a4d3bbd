import type { DerivationRecord, RecordedStep, Replay } from '@matrix-derive/record'
import { expect, it } from 'vitest'
import { plain } from '../colours.ts'
import { replayLines } from './replay.ts'

const step = (line: string, identity?: string): RecordedStep => ({
  left: 'df',
  line,
  ...(identity !== undefined && { identity, version: '1.0.0' }),
})
const record = {
  steps: [step('d(tr(X))'), step('tr(d(X))', 'differential-trace')],
  derivatives: [{ wrt: 'X', shape: ['n', 'n'], text: 'eye' }],
  moves: [{ kind: 'strategy', at: { block: 0, line: 0 } }],
} as unknown as DerivationRecord
const shown = (replayed: Partial<Replay>, width = 80) =>
  replayLines(record, { outcome: 'same', versions: [], now: record, warnings: [], ...replayed }, plain, width)

it('says in one line that nothing changed', () => {
  expect(shown({})).toEqual(['same: 2 lines, by the versions that were recorded'])
})

it('says which versions are others', () => {
  const versions = [
    { name: 'one', recorded: '1.0.0', now: '2.0.0' },
    { name: 'two', recorded: '1.0.0' },
    { name: 'three', now: '3.0.0' },
  ]
  expect(shown({ outcome: 'same result', versions })).toEqual([
    'same result by other versions',
    '',
    '  one  1.0.0, now 2.0.0',
    '  two  1.0.0, not used now',
    '  three  not used before, now 3.0.0',
  ])
})

it('sets the first steps that differ side by side where they fit, and else one below the other', () => {
  const difference = { step: 2, recorded: step('tr(d(X))', 'differential-trace'), now: step('sum(d(X))') }
  const replayed = { outcome: 'same result', difference } as const
  const wide = [
    '  recorded                    now',
    '  df = tr(d(X))               df = sum(d(X))',
    '  differential-trace 1.0.0    as given',
  ]
  const head = ['same result on another way', '', 'the first step that differs is step 2:']
  expect(shown(replayed, 44)).toEqual([...head, ...wide])
  expect(shown(replayed, 43)).toEqual([
    ...head,
    '  recorded  df = tr(d(X))',
    '            differential-trace 1.0.0',
    '  now       df = sum(d(X))',
    '            as given',
  ])
  expect(shown({ ...replayed, difference: { step: 3, now: step('x') } }).slice(-2)).toEqual([
    '  nothing     df = x',
    '              as given',
  ])
})

it('says where a derivation by hand could not be followed', () => {
  const problem = { code: 'value', message: 'It does not.' } as const
  const recorded = {
    kind: 'apply',
    at: { block: 1, line: 2 },
    path: [],
    law: 'a@1.0.0',
    result: 'tr(X)',
    nth: 0,
  } as const
  expect(shown({ outcome: 'same result', stopped: { move: 1, recorded, problem } }).slice(2)).toEqual([
    'move 1 of 1 does not apply any more: a@1.0.0 at line 3 of chain 2',
    '  it gave tr(X)',
    '  It does not.',
    '  from there on the strategy was followed',
  ])
  const strategy = { kind: 'strategy', at: { block: 0, line: 0 } } as const
  expect(shown({ outcome: 'same result', stopped: { move: 1, recorded: strategy, problem } }).slice(2, 4)).toEqual([
    'move 1 of 1 does not apply any more: the strategy at line 1',
    '  It does not.',
  ])
})

it('shows both results where they are different', () => {
  const now = { ...record, derivatives: [] }
  expect(shown({ outcome: 'different', now })).toEqual([
    'different: the result is another one',
    '',
    'by X:',
    '  recorded  eye   n×n',
    '  now       nothing',
  ])
})
