import { expect, test } from 'vitest'
import { createVerdicts } from './proving.ts'
import { byHand } from './testing/hand.ts'

const { draft, solution } = byHand({ expression: "x'*A*x", wrt: ['x'] }, 'strategy').look()
const { derivation } = solution
const { store } = draft.request

test('a derivation is summed up when all of its parts are proved', async () => {
  const verdicts = createVerdicts()
  const parts = new Set<unknown>()
  for await (const part of verdicts.prove(derivation, store)) {
    expect(verdicts.of(part)).toMatchObject({ verdict: 'proved' })
    parts.add(part)
    const { answers, blocks } = derivation
    const all = [...answers, ...blocks, ...blocks.flatMap(({ steps }) => steps)]
    const summary = await verdicts.summary(derivation)
    if (all.every(each => verdicts.of(each))) expect(summary).toMatchObject({ counts: { proved: all.length } })
    else expect(summary).toBeUndefined()
  }
  expect(parts.size).toBeGreaterThan(3)
  expect(await verdicts.summary(derivation)).toBeDefined()
})

test('what is known is not proved again', async () => {
  const verdicts = createVerdicts()
  for await (const _ of verdicts.prove(derivation, store)) break
  for await (const _ of verdicts.prove(derivation, store));
  for await (const part of verdicts.prove(derivation, store)) expect(part).toBeUndefined()
})

test('proving ends without a word when it is aborted, and not where something else goes wrong', async () => {
  const verdicts = createVerdicts()
  const aborting = new AbortController()
  const options = { signal: aborting.signal, pause: async () => aborting.abort() }
  for await (const _ of verdicts.prove(derivation, store, options));
  expect(await verdicts.summary(derivation)).toBeUndefined()
  const pause = () => Promise.reject(new Error('no turn'))
  const run = async () => {
    for await (const _ of verdicts.prove(derivation, store, { pause }));
  }
  await expect(run()).rejects.toThrow('no turn')
})
