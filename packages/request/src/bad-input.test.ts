import { defaultLimits } from '@matrix-derive/core'
import { standardRegistry } from '@matrix-derive/standard'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { answer } from './answering.ts'

const registry = standardRegistry()
// A question is answered or turned down in this time, however silly it is.
const limits = { ...defaultLimits, time: 2_000 }

const words = [
  ...'A B X x y t n m sigma sigma l D d tr inv det vec kron diag sum norm2 exp expm frechet phi1 chol pinv softmax'.split(
    ' ',
  ),
  ...'eye eye(n) ones(n) ones(m,n) vector(1) matrix(t) duplication(n) commutation(m,n) vech(X) sum(i in 1..N, x[i])'.split(
    ' ',
  ),
  ..."+ - * * / .* ./ ^ .^ ⊗ ( ) ( ) , ; = ' ᵀ ² ⁻¹ 2 0.5 1e-3 1e400 -1 0 ‖ [ ] .. $ 😀".split(' '),
  'sum(i in 1..N, x[i])',
  '1..N',
  'in',
  ' ',
  '\n',
  '\u0000',
]
const soup = fc.array(fc.constantFrom(...words), { maxLength: 16, size: 'max' }).map(tokens => tokens.join(''))
const kinds = [
  ...'scalar vector(n) rowvector(n) matrix(m,n) matrix(n) symmetric(n) spd(n) integer elementwise vector(n)[N]'.split(
    ' ',
  ),
  ...'vector(0) matrix(-1) matrix(m,n,p) vector(1e99) matrix(9999999999) vector() [N] -> function() scalar[0]'.split(
    ' ',
  ),
  'function(vector(n)) -> scalar',
  'function(elementwise) -> function',
  'function(matrix(m*n*m*n,n)) -> matrix(n,n)',
  '',
]
const names = fc.constantFrom(...'A B X x y t n m sigma l tr eye d D __proto__ constructor Σ 1x x[1]'.split(' '), '')
const layouts = fc.constantFrom('numerator', 'denominator', 'mixed', 'sideways')

const questions = fc.record(
  {
    expression: fc.oneof(soup, soup, fc.string()),
    wrt: fc.oneof(names, fc.array(names, { maxLength: 3 })),
    variables: fc.dictionary(names, fc.constantFrom(...kinds), { maxKeys: 6 }),
    layout: layouts,
    order: fc.constantFrom(1, 1, 1, 2, 3, 0, -1, 1.5, 1e9),
    proof: fc.constant('none'),
  },
  { requiredKeys: ['expression', 'wrt', 'proof'] },
)

it('whatever is asked is answered, or turned down with a code and a message', async () => {
  const codes = new Set<string>()
  await fc.assert(
    fc.asyncProperty(questions, async question => {
      const received = await answer(question, { registry, limits })
      if (received.ok) return
      expect(received.error.message).not.toBe('')
      expect(received.error.message).not.toContain('    at ')
      codes.add(received.error.code)
    }),
    { numRuns: 3_000 },
  )
  // Those that no run of this length misses.
  expect([...codes]).toEqual(expect.arrayContaining(['syntax', 'unknown-name', 'value']))
}, 300_000)
