import type { Identity } from '@matrix-derive/core'
import { standardRegistry } from '@matrix-derive/standard'
import { expect, test } from 'vitest'
import { reasonOf, sourcesOf } from './sources.ts'

const [some] = standardRegistry().identities
const by = (title: string, source: string): Identity => ({ ...some, title, source })
const trace = by('trace and d commute (17)', 'On differentials, eq. (17)')
const chain = by('the chain rule (2) (3)', 'On differentials, eqs. (2), (3), (8)')
const turn = by('factors turn', 'Matrix Cookbook (2012), eq. 16')
const other = by('constants come out (4)', 'Another book, eq. (4)')

test('a source whose numbers stand in titles has no mark of its own, any other one is counted', () => {
  const sources = sourcesOf([trace, turn, by('once more', turn.source), by('by hand', 'by definition'), chain])
  expect(sources.footer).toEqual([
    { mark: '(n)', source: 'On differentials' },
    { mark: '[1]', source: turn.source },
    { mark: '[2]', source: 'by definition' },
  ])
  expect(reasonOf(sources, trace)).toBe('trace and d commute (17)')
  expect(reasonOf(sources, turn)).toBe('factors turn [1]')
})

test('where several sources are meant by such numbers, each is said with its own', () => {
  expect(sourcesOf([chain, trace, trace, other]).footer).toEqual([
    { mark: '(2) (3) (17)', source: 'On differentials' },
    { mark: '(4)', source: 'Another book' },
  ])
})

test('a number that no title shows is counted like any other source', () => {
  expect(sourcesOf([by('a law', 'Another book, eq. (4)')]).footer).toEqual([
    { mark: '[1]', source: 'Another book, eq. (4)' },
  ])
})
