import { standardRegistry } from '@matrix-derive/standard'
import { expect, test } from 'vitest'
import { answer } from './answering.ts'

const registry = standardRegistry()
const long = 'Y = X*A*X; Z = Y*Y; V = Z*Z; W = V*V; W*W'

async function notesOf(request: object) {
  const { notes, linearMap, derivatives } = (await answer({ proof: 'none', ...request }, { registry })) as unknown as {
    notes: readonly string[]
    linearMap?: object
    derivatives?: readonly { linearMap?: object }[]
  }
  return { notes, maps: (derivatives ?? [{ linearMap }]).map(({ linearMap }) => linearMap !== undefined) }
}

test('a linear map that is too long to be read is said to be left out', async () => {
  expect(await notesOf({ expression: long, wrt: 'X' })).toEqual({
    notes: ['the derivative by X is not written as a linear map: that would be too long to read'],
    maps: [false],
  })
  expect(await notesOf({ expression: long, wrt: ['A', 'X'] })).toEqual({
    notes: ['the derivatives by A, X are not written as linear maps: that would be too long to read'],
    maps: [false, false],
  })
})

test('nothing is said of a variable that the expression does not have', async () => {
  const request = { expression: `B = 0*C; ${long}`, wrt: ['C', 'X'], variables: { C: 'matrix(n,n)' } }
  expect((await notesOf(request)).notes).toEqual([
    'the derivative by X is not written as a linear map: that would be too long to read',
  ])
})

test.each([
  ['X*A*X', 'X', 1],
  ['tr(A*X)', 'X', 1],
  ["x'*A*x", 'x', 2],
  [long, 'X', 2],
])('nothing is said where the map of %s by %s is there, or says no more', async (expression, wrt, order) => {
  const { notes } = await notesOf({ expression, wrt, order })
  expect(notes.filter(note => note.includes('linear map'))).toEqual([])
})

test.each([
  [
    'tr(sqrt(D))',
    'D',
    'diagonal(n)',
    ['"D > 0 in every entry" cannot hold: structure makes some of it 0, and there the answer may have no value'],
  ],
  [
    'sum(U.^c)',
    'c',
    'upper(n)',
    ['"U > 0 in every entry" cannot hold: structure makes some of it 0, and there the answer may have no value'],
  ],
  ['tr(sqrt(S))', 'S', 'spd(n)', []],
  ['sum(abs(U))', 'U', 'upper(n)', []],
  ['sum(i in 1..N, tr(U.^(i - 1)))', 'U', 'upper(n)', []],
])('a condition that structure contradicts is named: %s by %s', async (expression, wrt, kind, expected) => {
  const name = /[DUS]/.exec(expression)![0]
  const { notes } = await notesOf({ expression, wrt, variables: { [name]: kind } })
  expect(notes.filter(note => note.includes('cannot hold'))).toEqual(expected)
})

test.each([
  ['N/2*logdet(C)', 'C', 'N'],
  ["y = A*x - b; M*(y'*y)/2", 'x', 'M'],
])('of %s by %s it is said that %s may be a number', async (expression, wrt, name) => {
  const note = `Read ${name} as a matrix, so that f is one. If ${name} is a number, declare "${name}: scalar".`
  expect((await notesOf({ expression, wrt })).notes).toContain(note)
})

test.each([
  ['N/2*logdet(C)', 'C', { N: 'matrix(m,n)' }],
  ['N/2*logdet(C)', 'N', {}],
  ['A*X*B', 'X', {}],
  ['A .* X', 'X', {}],
  ['tr(A)*B*x', 'x', {}],
  ['norm2(A)*x', 'x', {}],
  ['t*A', 't', { t: 'scalar' }],
])('nothing is said of a matrix that is one: %s by %s', async (expression, wrt, variables) => {
  const { notes } = await notesOf({ expression, wrt, variables })
  expect(notes.filter(note => note.includes('is a number'))).toEqual([])
})
