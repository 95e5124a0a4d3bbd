import { standardRegistry } from '@matrix-derive/standard'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answer } from './answering.ts'

const registry = standardRegistry()

const variables = {
  x: 'vector(n)[N]',
  y: 'scalar[N]',
  r: 'rowvector(n)[N]',
  S: 'symmetric(n)[N]',
  w: 'vector(n)',
  W: 'matrix(n)',
  c: 'scalar',
}

/** The indices in whose sums a formula stands. */
type Scope = readonly string[]
type Write = (scope: Scope) => string

const member =
  (family: string, otherwise: string, pick: number): Write =>
  scope =>
    scope.length === 0 ? otherwise : `${family}[${scope[pick % scope.length]}]`

/** The sum of a formula over an index of its own. */
const summed =
  (term: Write): Write =>
  scope => {
    const index = ['i', 'j', 'p', 'q'][scope.length]
    return index === undefined ? term(scope) : `sum(${index} in 1..N, ${term([...scope, index])})`
  }

const both =
  (a: Write, b: Write, join: (a: string, b: string) => string): Write =>
  scope =>
    join(a(scope), b(scope))
const within =
  (a: Write, wrap: (a: string) => string): Write =>
  scope =>
    wrap(a(scope))

const { scalar } = fc.letrec<{ scalar: Write; vector: Write }>(tie => ({
  scalar: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.nat(3).map(pick => member('y', 'c', pick)),
    fc.constantFrom<Write>(
      () => 'c',
      () => '1/N',
    ),
    tie('scalar').map(summed),
    tie('vector').map(v => within(v, text => `norm2(${text})^2`)),
    tie('vector').map(v => within(v, text => `logsumexp(${text})`)),
    tie('scalar').map(s => within(s, text => `tanh(${text})`)),
    fc.tuple(tie('scalar'), tie('scalar')).map(([a, b]) => both(a, b, (s, t) => `(${s} - ${t})`)),
    fc.tuple(tie('scalar'), tie('scalar')).map(([a, b]) => both(a, b, (s, t) => `(${s})*(${t})`)),
    fc.tuple(tie('vector'), tie('vector')).map(([a, b]) => both(a, b, (s, t) => `(${s})'*(${t})`)),
  ),
  vector: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.nat(3).map(pick => member('x', 'w', pick)),
    fc.constant<Write>(() => 'w'),
    fc.nat(3).map(pick => within(member('r', 'w', pick), text => (text === 'w' ? text : `${text}'`))),
    tie('vector').map(summed),
    tie('vector').map(v => within(v, text => `W*(${text})`)),
    tie('vector').map(v => within(v, text => `sigmoid(${text})`)),
    fc.tuple(fc.nat(3), tie('vector')).map(([pick, v]) => both(member('S', 'W', pick), v, (s, t) => `${s}*(${t})`)),
    fc.tuple(tie('vector'), tie('vector')).map(([a, b]) => both(a, b, (s, t) => `(${s} + ${t})`)),
    fc.tuple(tie('scalar'), tie('vector')).map(([a, b]) => both(a, b, (s, t) => `(${s})*(${t})`)),
  ),
}))

/** A bug found at scale is found with `MATRIX_DERIVE_PROGRAMS=10000`. */
const numRuns = Number(process.env.MATRIX_DERIVE_PROGRAMS ?? 60)

const layouts = ['numerator', 'denominator', 'mixed']

test.each([false, true])(
  'random programs with sums over families are derived, proved and read back, collected: %s',
  async collect => {
    let collected = 0
    const question = fc.tuple(scalar, fc.constantFrom(...Object.keys(variables)), fc.constantFrom(...layouts))
    await fc.assert(
      fc.asyncProperty(question, async ([write, wrt, layout]) => {
        const expression = summed(write)([])
        fc.pre(new RegExp(String.raw`\b${wrt}\b`).test(expression))
        const asked = { expression, wrt, layout, variables }
        const derived = await answer({ ...asked, collect, proof: 'result' }, { registry })
        expect(derived, expression).toMatchObject({ ok: true })
        if (!derived.ok || !('text' in derived)) return
        expect(derived.verdict, expression).not.toBe('failed')
        if (Object.keys(derived.identities).some(name => name.startsWith('series-as-'))) collected++
        const checked = await answer({ ...asked, claim: derived.text }, { registry })
        expect(checked, `${expression} by ${wrt} is ${derived.text}`).toMatchObject({ ok: true, verdict: 'equal' })
      }),
      { numRuns },
    )
    expect(collected > 0).toBe(collect)
  },
  120_000,
)
