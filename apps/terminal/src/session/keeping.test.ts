import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createExplorer, emptySession, type Session } from '@matrix-derive/exploration'
import { standardRegistry } from '@matrix-derive/standard'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keepWork, openWork } from './keeping.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'matrix-derive-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const explorer = createExplorer({ registry: standardRegistry() })
const withProgram = (session: Session, expression: string) =>
  explorer.dispatch(session, { kind: 'open', question: { expression, wrt: ['X'] }, by: 'hand' }).session
const programs = ({ tabs }: Session) => tabs.map(({ document }) => document.question.expression)

test('two sessions at once lose nothing: the second goes on in a file of its own, which the next one takes in', () => {
  const [first, second] = [keepWork(folder), keepWork(folder)]
  const [one, other] = [withProgram(emptySession, 'tr(X)'), withProgram(emptySession, 'det(X)')]
  expect(first(one)).toBeUndefined()
  expect(second(other)).toContain('Another session is open, too.')
  expect(second({ ...other, typing: 'x' })).toBeUndefined()
  expect(first({ ...one, typing: 'y' })).toBeUndefined()
  // While the other one runs its work is its own.
  expect(programs(openWork(folder).session)).toEqual(['tr(X)'])

  // No process has such a number.
  const ended = join(folder, 'session-99999999.json')
  renameSync(join(folder, `session-${process.pid}.json`), ended)
  const { session, joined, message } = openWork(folder)
  expect([programs(session), joined, message]).toEqual([['tr(X)', 'det(X)'], [ended], undefined])
  keepWork(folder, joined)(session)
  expect(readdirSync(folder)).toEqual(['session.json'])
  expect(programs(openWork(folder).session)).toEqual(['tr(X)', 'det(X)'])
})

test('a damaged file is set aside, whoever it was of', () => {
  keepWork(folder)(withProgram(emptySession, 'tr(X)'))
  writeFileSync(join(folder, 'session-99999999.json'), '{ "format": "matr')
  const { session, message, joined } = openWork(folder)
  expect([programs(session), joined]).toEqual([['tr(X)'], []])
  expect(message).toContain('was damaged')
  const aside = readdirSync(folder).find(name => name.includes('damaged'))!
  expect(readFileSync(join(folder, aside), 'utf8')).toBe('{ "format": "matr')
})

test('it is told when work cannot be kept', () => {
  writeFileSync(join(folder, 'file'), '')
  expect(keepWork(join(folder, 'file', 'deeper'))(emptySession)).toMatch(
    /^Your work cannot be kept in .*\(ENOTDIR\)\.$/,
  )
})
