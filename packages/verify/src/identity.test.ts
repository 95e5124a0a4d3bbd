import { createRegistry, type Identity, problemOf } from '@matrix-derive/core'
import { builtInOperators } from '@matrix-derive/operators'
import { expect, it } from 'vitest'
import { proveIdentity, requireProved } from './identity.ts'

function law(statement: string, where: Record<string, string>): Identity {
  return {
    name: 'some-law',
    version: '1.2.3',
    title: '',
    summary: '',
    source: '',
    phases: ['simplify'],
    statements: [statement],
    where,
    on: [],
    directed: false,
    rewrite: () => undefined,
  }
}

it('proves statements under their conditions', () => {
  expect(proveIdentity(law("X' = X", { X: 'symmetric matrix(n)' }))[0].verdict).toBe('proved')
  expect(proveIdentity(law("X' = X", { X: 'matrix(n)' }))[0].verdict).toBe('failed')
  expect(proveIdentity(law('d(A*X) = A*d(X)', { A: 'constant matrix(m,n)', X: 'matrix(n,p)' }))[0].verdict).toBe(
    'proved',
  )
  expect(proveIdentity(law('sqrt(x^2) = x', { x: 'scalar positive' }))[0].verdict).toBe('agrees')
  expect(proveIdentity(law('sqrt(x^2) = x', { x: 'scalar' }))[0].verdict).toBe('failed')
})

it('keeps a false identity out of a registry, with a counterexample', () => {
  const operators = builtInOperators.map(operator => ({ kind: 'operator', operator }) as const)
  const use = (identity: Identity) =>
    createRegistry(requireProved)
      .use(...operators, { kind: 'identity', identity })
      .freeze()
  expect(use(law('tr(A*B) = tr(B*A)', { A: 'matrix(m,n)', B: 'matrix(n,m)' })).identities).toHaveLength(1)
  let thrown: unknown
  try {
    use(law('A*B = B*A', { A: 'matrix(n)', B: 'matrix(n)' }))
  } catch (error) {
    thrown = error
  }
  expect(problemOf(thrown)).toMatchObject({
    code: 'plugin',
    message: expect.stringMatching(
      /some-law@1\.2\.3.*A\*B = B\*A\. At A = \[.*\], B = \[.*\]: left \[.*\], right \[.*\]\.$/,
    ),
  })
})
