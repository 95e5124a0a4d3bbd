import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { DerivationError } from '@matrix-derive/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { read } from './testing/reading.ts'

const words = [
  ...'A B X W x y a b c t n T d D l sigma tr inv det vec kron diag sum norm2 exp eye eye(n) ones(n) vector(1) matrix(1)'.split(
    ' ',
  ),
  ..."+ - * / .* ./ ^ .^ ' ( ) ( ) , ; = 2 0.5 1e-3 ‖ ᵀ ² ⁻¹ ∘ ⊘ ⊗ [ ] .. -> $ 😀".split(' '),
  ' ',
  '\n',
  'in',
]

const declarations = { A: 'matrix(m,n)', sigma: 'elementwise', l: 'function(vector(m)) -> scalar', c: 'scalar' }

test('no text makes anything but a problem within the text', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { maxLength: 24 }), fc.boolean(), (tokens, declared) => {
      const text = tokens.join('')
      try {
        read(text, declared ? declarations : {})
      } catch (thrown) {
        expect(thrown).toBeInstanceOf(DerivationError)
        const { span, message } = (thrown as DerivationError).problem
        expect(message).not.toBe('')
        expect(span).toBeDefined()
        expect(span!.start).toBeGreaterThanOrEqual(0)
        expect(span!.end).toBeLessThanOrEqual(text.length)
        expect(span!.start).toBeLessThanOrEqual(span!.end)
      }
    }),
    { numRuns: 4000 },
  )
})

const conformance = new URL('../../../../shared/conformance/', import.meta.url)

test.skipIf(!existsSync(conformance))('every program of the conformance data reads, declared or not', () => {
  for (const file of readdirSync(conformance).filter(name => name.endsWith('.jsonl'))) {
    for (const line of readFileSync(new URL(file, conformance), 'utf8').trim().split('\n')) {
      const { expression, variables, wrt } = JSON.parse(line)
      expect(read(expression, variables).symbols.has(wrt)).toBe(true)
      expect(read(expression).symbols.has(wrt)).toBe(true)
    }
  }
})
