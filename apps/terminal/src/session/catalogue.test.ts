import { createRegistry, type Identity } from '@matrix-derive/core'
import { standardRegistry } from '@matrix-derive/standard'
import { describe, expect, test } from 'vitest'
import { lawNote, search } from './catalogue.ts'

const standard = standardRegistry()

/** The standard operators, and a law in several versions, of which the last is used. */
function registryOf(...versions: readonly Identity[]) {
  const registry = createRegistry()
  registry.use(...standard.operators.map(operator => ({ kind: 'operator' as const, operator })))
  registry.use(...versions.map(identity => ({ kind: 'identity' as const, identity, proved: true as const })))
  return registry.freeze()
}

describe('a law of the catalogue', () => {
  const cyclic = standard.identity('trace-cyclic')!

  test('is shown with statement, version, conditions, source and proof', () => {
    const { title, lines } = lawNote(standard, 'trace-cyclic')
    expect(title).toBe('trace-cyclic@1.0.0')
    const text = lines.join('\n')
    expect(text).toMatch(/tr\(A\*B\) = tr\(B\*A\)\n {2}✓ proved at \d+ random points, error below 1e-\d+/)
    expect(text).toContain(`source    ${cyclic.source}`)
    expect(text).toContain('versions  1.0.0 is used, no other is installed')
  })

  test('is shown in every installed version, each with its own statement and proof', () => {
    const next = { ...cyclic, version: '1.1.0', statements: ["tr(A*B) = tr((A*B)')"] }
    const wrong = { ...cyclic, version: '2.0.0', statements: ['tr(A*B) = 2*tr(B*A)'] }
    const { title, lines } = lawNote(registryOf(cyclic, wrong, next), 'trace-cyclic')
    expect(title).toBe('trace-cyclic@1.1.0')
    const text = lines.join('\n')
    expect(text).toMatch(/versions {2}1\.1\.0 is used\n +1\.0\.0 is installed\n +tr\(A\*B\) = tr\(B\*A\)\n +✓ proved/)
    expect(text).toMatch(/2\.0\.0 is installed\n +tr\(A\*B\) = 2\*tr\(B\*A\)\n +✗ false/)
  })

  test('that does not exist is a problem', () => {
    expect(() => lawNote(standard, 'no-such-law')).toThrow('received "no-such-law"')
  })
})

test('laws are found by words, each with its statement', () => {
  const { statements, version, title } = standard.identity('trace-cyclic')!
  expect(search(standard, 'TRACE cyclic')).toEqual([{ name: 'trace-cyclic', version, title, statement: statements[0] }])
})
