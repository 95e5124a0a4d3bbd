import { standardRegistry } from '@matrix-derive/standard'
import { expect, test } from 'vitest'
import { identitiesFound } from './finding.ts'

const standard = standardRegistry()
const found = (words: string) => identitiesFound(standard, words).map(({ name }) => name)

test('identities are found by words in any place, all of which must be there', () => {
  expect(found('TRACE cyclic')).toEqual(['trace-cyclic'])
  expect(found(' cyclic\ttrace ')).toEqual(['trace-cyclic'])
  expect(found('no such words at all')).toEqual([])
  expect(found('')).toHaveLength(standard.identities.length)
})

test.each([
  ['the name', 'trace-cyclic', 'trace-cyclic'],
  ['the statement', 'tr(B*A)', 'trace-cyclic'],
  ['the title', 'product rule', 'differential-product'],
  ['the summary', 'product of the inverses in reverse', 'inverse-product'],
  ['the source', 'Cookbook eq. 1', 'inverse-product'],
  ['the phase', 'layout denominator', 'layout-denominator'],
])('%s is looked at', (_, words, name) => {
  expect(found(words)).toContain(name)
})

test('all identities of a phase are found by it', () => {
  const all = standard.identities.filter(({ phases }) => phases.includes('isolate')).map(({ name }) => name)
  expect(all.length).toBeGreaterThan(3)
  expect(found('isolate')).toEqual(expect.arrayContaining(all))
})
