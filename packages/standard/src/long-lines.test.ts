import { termsOf } from '@matrix-derive/core'
import { toText } from '@matrix-derive/notation'
import { proveEqual } from '@matrix-derive/verify'
import { expect, test } from 'vitest'
import { deriveText } from './testing/deriving.ts'

test('in a sum of many terms each step shows the terms that it changes, and no others', () => {
  const indices = Array.from({ length: 24 }, (_, k) => k + 1)
  const text = indices.map(k => `tr(A${k}*X*B${k})`).join(' + ')
  const names = indices.flatMap(k => [`A${k}`, `B${k}`])
  const declarations = Object.fromEntries([...names, 'X'].map(name => [name, 'matrix(n)']))
  const { answer, blocks } = deriveText({ text, declarations, wrt: 'X', layout: 'numerator' })
  expect(toText(answer)).toBe(indices.map(k => `B${k}*A${k}`).join(' + '))

  const steps = blocks.flatMap(block => block.steps).filter(({ partial }) => partial)
  // One term at a time, and at the end all of them into one.
  const sizes = steps.map(({ before }) => termsOf(before).length)
  expect(sizes.slice(0, -1)).toEqual(Array(3 * indices.length).fill(1))
  expect(sizes.at(-1)).toBe(indices.length)
  for (const { identity, before, after } of steps) {
    const { verdict } = proveEqual(before, after, { variables: ['X'] })
    expect(`${identity.name}: ${verdict}`).not.toMatch(/failed/)
  }
})
