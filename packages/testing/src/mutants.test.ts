import { defineIdentity, defineLayout, flip } from '@matrix-derive/plugin'
import { expect, test } from 'vitest'
import { checkIdentity } from './battery.ts'
import { carelessMutants } from './careless-mutants.ts'
import type { Check } from './check.ts'
import { checkLayout } from './layout-battery.ts'
import { statementMutants } from './mutants.ts'
import { rewritingMutants } from './rewriting-mutants.ts'

/** The checks that fail. */
const caught = (checks: readonly Check[]) => checks.filter(({ ok }) => !ok)

test.each(
  [...statementMutants, ...rewritingMutants, ...carelessMutants].map(
    mutant => [mutant.fault, mutant.caughtBy, mutant] as const,
  ),
)('%s is caught: %s', (_, caughtBy, { identity }) => {
  const failures = caught(checkIdentity(identity))
  expect(failures.map(({ check }) => check)).toContain(caughtBy)
  // What went wrong is a sentence about the law, not a stack trace, unless the identity itself broke.
  const { message } = failures.find(({ check }) => check === caughtBy)!
  expect(message.length).toBeGreaterThan(20)
})

const sound = {
  phase: 'simplify',
  statement: "X'' -> X",
  where: { X: 'matrix(m,n)' },
  title: "X'' = X",
  source: 'by definition',
} as const
const manifest = { name: '@matrix-derive/sound', version: '1.0.0', description: 'Rows become columns and rows again.' }

test('a sound identity passes everything', () => {
  const checks = checkIdentity(defineIdentity(manifest, sound), {
    rewrites: [["A''", 'A']],
    leaves: ["A'"],
  })
  expect(caught(checks)).toEqual([])
  expect(checks.map(({ check }) => check)).toEqual([
    'declared',
    'closed',
    'conforms',
    'true',
    'agrees',
    'settles',
    'rewrites',
    'leaves',
  ])
})

test.each([
  ['no version', { ...manifest, version: '1' }, sound],
  ['no summary', { ...manifest, description: '' }, sound],
  ['a name with capitals', { ...manifest, name: '@matrix-derive/Sound' }, sound],
  ['no source', manifest, { ...sound, source: ' ' }],
  ['no title', manifest, { ...sound, title: '' }],
  ['no statement', manifest, { ...sound, statement: [], on: 'transpose' }],
] as const)('%s is caught: declared', (_, broken, definition) => {
  expect(caught(checkIdentity(defineIdentity(broken, definition))).map(({ check }) => check)).toContain('declared')
})

test('tables of examples are checked', () => {
  const checks = checkIdentity(defineIdentity(manifest, sound), {
    rewrites: [
      ["A''", "A'"],
      ["A'", 'A'],
    ],
    leaves: ["A''"],
    variables: { A: 'matrix(n)' },
  })
  expect(caught(checks).map(({ check, message }) => `${check}: ${message}`)).toEqual([
    "rewrites: Expected A'' to become A', received A.",
    "rewrites: Expected A' to become A, but it does not apply.",
    "leaves: Expected A'' to be left as it is, received A.",
  ])
})

test('a table of what is assumed is checked, both ways', () => {
  const where = { X: 'matrix(n) invertible' }
  const identity = defineIdentity(manifest, { ...sound, statement: 'inv(inv(X)) -> X', where })
  const assumes = { 'inv(inv(X))': ['invertible X'], 'inv(inv(X*X))': [], 'inv(X)': [] }
  expect(caught(checkIdentity(identity, { assumes })).map(({ check, message }) => `${check}: ${message}`)).toEqual([
    'assumes: Expected inv(inv(X*X)) to rely on nothing, received invertible X*X.',
    'assumes: Expected to apply to inv(X).',
  ])
})

test('a failure says the law, the shapes, the seed and a counterexample', () => {
  const [mutant] = statementMutants
  const { message } = caught(checkIdentity(mutant.identity, { seed: 7 })).find(({ check }) => check === 'true')!
  expect(message).toContain('d(X*Y) = Y*d(X) + X*d(Y) is false')
  expect(message).toContain('X: n×n, Y: n×n; seed 7')
  expect(message).toMatch(/left \[\[.*right \[\[/s)
})

test('the same seed gives the same answer', () => {
  const [, , { identity }] = statementMutants
  expect(checkIdentity(identity, { seed: 3 })).toEqual(checkIdentity(identity, { seed: 3 }))
})

const layoutManifest = { name: '@matrix-derive/layout-broken', version: '1.0.0', description: 'A broken layout.' }
const words = { title: 'a broken layout', source: 'nowhere' }

test('a layout that does not come back is caught', () => {
  const broken = defineLayout(layoutManifest, {
    ...words,
    rows: { 'scalar by matrix': { from: (_, x) => x, to: flip } },
  })
  expect(caught(checkLayout(broken)).map(({ subject }) => subject)).toEqual(['scalar by matrix, there and back'])
})

test('a row of the layout table that was forgotten is caught', () => {
  const broken = defineLayout(layoutManifest, { ...words, rows: { 'scalar by vector': 'transpose' } })
  const shapes = { 'scalar by vector': 'p×1', 'scalar by matrix': 'p×q' }
  expect(caught(checkLayout(broken, { shapes })).map(({ subject }) => subject)).toEqual(['scalar by matrix is p×q'])
})
