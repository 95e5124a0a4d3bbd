import { problemOf } from '@matrix-derive/core'
import { standardRegistry } from '@matrix-derive/standard'
import { expect, it } from 'vitest'
import { compare } from './compare.ts'

const registry = standardRegistry()
const inverse = { expression: 'tr(A*inv(X))', wrt: 'X' }
const twoTraces = { expression: "tr(A*X) + tr(B'*X)", wrt: 'X', variables: { A: 'matrix(m,n)', B: 'matrix(n,m)' } }

it.each([
  ['other-layout', { ...inverse, claim: "-inv(X)'*A'*inv(X)'" }],
  ['wrong', { ...inverse, claim: 'inv(X)*A*inv(X)*A' }],
  ['conditional', { ...twoTraces, claim: 'A + B' }],
])('gives way often on the way to the verdict %s, and ends when it is cancelled', async (verdict, request) => {
  let turns = 0
  const pause = async () => {
    turns++
  }
  expect(await compare(request, { registry, pause })).toMatchObject({ verdict })
  const all = turns
  expect(all).toBeGreaterThan(10)
  for (const last of [1, Math.floor(all / 2), all]) {
    turns = 0
    const controller = new AbortController()
    const pause = async () => {
      if (++turns === last) controller.abort()
    }
    const thrown = await compare(request, { registry, signal: controller.signal, pause }).catch(thrown => thrown)
    expect(problemOf(thrown)?.code).toBe('cancelled')
    // The slice that was begun may still be ended.
    expect(turns).toBeLessThanOrEqual(last + 1)
  }
})
