import { describe, expect, it } from 'vitest'
import { check, convert, derive, parse, print, registry } from './index.ts'

/** The answer, which is no refusal. */
function right<T extends { readonly ok: boolean }>(answer: T): Extract<T, { readonly ok: true }> {
  expect(answer).toMatchObject({ ok: true })
  return answer as Extract<T, { readonly ok: true }>
}

describe('derive', () => {
  it('gives the derivative as plain data, proved', async () => {
    const found = right(await derive('tr(A*X*B)', { wrt: 'X', layout: 'denominator', steps: true }))
    expect(found).toMatchObject({ text: "A'*B'", shape: ['n', 'p'], layout: 'denominator', verdict: 'proved' })
    expect(found.steps?.map(({ identity }) => identity)).toContain('trace-cyclic')
    expect(JSON.parse(JSON.stringify(found))).toEqual(found)
  })

  it('answers what is wrong instead of throwing it', async () => {
    expect(await derive('A*x + ', { wrt: 'x' })).toMatchObject({
      ok: false,
      error: { code: 'syntax', span: { start: 4, end: 5 } },
    })
    expect(await derive('A*x', { wrt: 'x', layout: 'sideways' })).toMatchObject({ error: { code: 'value' } })
    expect(await derive('A*x', { wrt: 'x', depth: 3 } as never)).toMatchObject({ error: { code: 'value' } })
  })

  it('ends when it is told to', async () => {
    const limits = { inputLength: 2 }
    expect(await derive('A*x', { wrt: 'x', limits })).toMatchObject({ error: { code: 'limit-exceeded' } })
    expect(await derive('A*x', { wrt: 'x', signal: AbortSignal.abort() })).toMatchObject({
      error: { code: 'cancelled' },
    })
  })
})

describe('check', () => {
  it('says how a claim is related to the derivative', async () => {
    const variables = { A: 'symmetric(n)' }
    const claim = '2*A*x'
    expect(right(await check("x'*A*x", { wrt: 'x', claim, variables })).verdict).toBe('other-layout')
    expect(right(await check("x'*A*x", { wrt: 'x', claim })).verdict).toBe('conditional')
    expect(right(await check("x'*A*x", { wrt: 'x', claim: '3*A*x' })).counterexample).toBeDefined()
  })

  it('answers what is wrong with the claim', async () => {
    expect(await check("x'*x", { wrt: 'x', claim: '2*q' })).toMatchObject({
      ok: false,
      error: { code: 'unknown-name' },
    })
  })
})

describe('convert', () => {
  it('gives the formula in the other layout, proved', async () => {
    const found = right(await convert('B*A', { of: 'f by X', from: 'numerator', to: 'denominator' }))
    expect(found).toMatchObject({ text: "A'*B'", shape: ['p', 'm'], verdict: 'proved' })
    expect(JSON.parse(JSON.stringify(found))).toEqual(found)
  })

  it('answers what is wrong instead of throwing it', async () => {
    const way = { of: 'f by X', from: 'numerator', to: 'denominator' }
    expect(await convert('B*(', way)).toMatchObject({ ok: false, error: { code: 'syntax' } })
    expect(await convert('B*A', { ...way, to: 'sideways' })).toMatchObject({ error: { code: 'value' } })
  })
})

describe('parse and print', () => {
  it('say what a program is, and write it', () => {
    const { expression, text, shape, variables, assumptions } = right(
      parse("x' * inv(S)*x", { variables: { S: 'spd(n)' } }),
    )
    expect({ text, shape, variables, assumptions }).toEqual({
      text: "x'*inv(S)*x",
      shape: ['1', '1'],
      variables: { S: 'spd(n)', x: 'vector(n)' },
      assumptions: ['x: vector(n)'],
    })
    expect(print(expression)).toBe("x'*S^-1*x")
    expect(print(expression, 'unicode')).toBe('xᵀS⁻¹x')
    expect(print(expression, 'latex')).toBe('x^{\\top} S^{-1} x')
    expect(print(expression, 'mathml')).toMatch(/^<math .*<\/math>$/)
  })

  it('keep the definitions that a text needs', () => {
    const { expression, text } = right(parse('y = W*x; norm2(y)^2'))
    expect(text).toBe('y = W*x; norm2(y)^2')
    expect(print(expression)).toBe(text)
    expect(right(parse(text)).text).toBe(text)
  })

  it('answer what is wrong instead of throwing it', () => {
    expect(parse("x'*A*x", { variables: { A: 'matrx(n)' } })).toMatchObject({ ok: false, error: { code: 'syntax' } })
    expect(parse('x*x', { variables: { x: 'vector(n)' } })).toMatchObject({ error: { code: 'shape-mismatch' } })
  })
})

describe('registry', () => {
  it('is everything standard where nothing is added', async () => {
    const { registry: all, refused } = right(await registry())
    expect(all.identity('trace-cyclic')?.version).toBe('1.0.0')
    expect(refused).toEqual([])
  })

  it('tells what it refuses, and goes on without it', async () => {
    const { registry: all, refused } = right(await registry({ plugins: { nothing: undefined } }))
    expect(refused).toMatchObject([{ code: 'plugin', plugin: 'nothing' }])
    expect(right(await derive('tr(X)', { wrt: 'X', registry: all })).text).toBe('eye(m)')
  })

  it('answers where a pin cannot be kept', async () => {
    expect(await registry({ identities: { 'trace-cyclic': '^9.0.0' } })).toMatchObject({ error: { code: 'config' } })
  })
})
