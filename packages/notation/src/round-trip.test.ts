import fc from 'fast-check'
import { expect, test } from 'vitest'
import { store } from './fixtures.ts'
import { toText } from './index.ts'
import { read } from './reader.ts'
import { expressions, names } from './testing/growing.ts'

test('what is written as text is read back as the same node', () => {
  fc.assert(
    fc.property(expressions, grown => {
      const text = toText(grown)
      const again = read(store, names, text)
      expect(toText(again)).toBe(text)
      expect(again).toBe(grown)
      expect(read(store, names, toText(grown, { inverse: 'function' }))).toBe(grown)
    }),
    { numRuns: 500 },
  )
})
