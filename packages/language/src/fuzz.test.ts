import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { DerivationError } from '@matrix-derive/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readExpression } from './read.ts'
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

const { formula } = fc.letrec<{ formula: string }>(tie => {
  const leaf = fc.constantFrom(...'A B X x y a c 2 0.5 eye vector(1) ones(n)'.split(' '))
  const inner = tie('formula')
  const binary = fc.tuple(inner, fc.constantFrom(...'+ - * * * / .* ./ ⊗'.split(' ')), inner)
  const suffix = fc.constantFrom("'", '^2', '^-1', '.^2', '^c', '/2')
  const call = fc.constantFrom(...'tr inv det exp vec diag sum norm2 softmax d sigma'.split(' '))
  return {
    formula: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      binary.map(([left, sign, right]) => `(${left})${sign}${right}`),
      fc.tuple(inner, suffix).map(([operand, sign]) => `(${operand})${sign}`),
      fc.tuple(call, inner).map(([name, operand]) => `${name}(${operand})`),
    ),
  }
})

test('a formula is an expression of the shape it was given, or a problem with a span', () => {
  let readable = 0
  fc.assert(
    fc.property(formula, fc.constantFrom({}, declarations), (text, kinds) => {
      try {
        const { expression, scope } = read(text, kinds)
        readable++
        // What was inferred, declared, must give the same expression again.
        expect(readExpression(text, scope)).toBe(expression)
      } catch (thrown) {
        if (!(thrown instanceof DerivationError)) throw thrown
        expect(thrown.problem.span, text).toBeDefined()
      }
    }),
    { numRuns: 3000 },
  )
  expect(readable).toBeGreaterThan(500)
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
