import { createStore, type Plugin, problemOf } from '@matrix-derive/core'
import { readProgram } from '@matrix-derive/language'
import { openStandardRegistry, standardRegistry } from '@matrix-derive/standard'
import { proveEqual } from '@matrix-derive/verify'
import { describe, expect, it } from 'vitest'
import type { Success } from '../answer.ts'
import { answer } from '../answering.ts'
import { type ConvertRequest, convert, convertedData } from './convert.ts'

const registry = standardRegistry()
const layouts = ['numerator', 'denominator', 'mixed']

/** One function for each row of the layout table, all sizes different. */
const functions: readonly (readonly [f: string, expression: string, wrt: string, variables: Record<string, string>])[] =
  [
    ['scalar', "x'*A*x", 'x', { x: 'vector(n)', A: 'matrix(n)' }],
    ['vector(m)', 't^2*a', 't', { t: 'scalar', a: 'vector(m)' }],
    ['vector(m)', 'A*x', 'x', { x: 'vector(n)', A: 'matrix(m,n)' }],
    ['scalar', 'tr(A*X*B)', 'X', { X: 'matrix(p,q)', A: 'matrix(m,p)', B: 'matrix(q,m)' }],
    ['matrix(m,n)', 't^2*A', 't', { t: 'scalar', A: 'matrix(m,n)' }],
    ['matrix(m,n)', 'A*X*B', 'X', { X: 'matrix(p,q)', A: 'matrix(m,p)', B: 'matrix(q,n)' }],
  ]

describe('converting a derivative', () => {
  const cases = functions.flatMap(([f, expression, wrt, variables]) =>
    layouts.flatMap(from => layouts.map(to => ({ f, expression, wrt, variables, from, to }))),
  )
  it.each(cases)('of $expression by $wrt from $from to $to gives what deriving gives', async given => {
    const { f, expression, wrt, variables, from, to } = given
    const derivedIn = async (layout: string) =>
      (await answer({ expression, wrt, variables, layout }, { registry })) as Success
    const [start, end] = [await derivedIn(from), await derivedIn(to)]
    const request = { formula: start.text, of: `f by ${wrt}`, from, to, variables: { ...variables, f } }
    const converted = await convert(request, { registry })
    const { text, shape, verdict, steps } = convertedData(converted)
    expect({ shape, verdict }).toEqual({ shape: end.shape, verdict: 'proved' })
    expect(steps.every(step => step.verdict === 'proved')).toBe(true)
    const store = createStore()
    const read = (formula: string) =>
      readProgram({ text: formula, declarations: variables, operators: registry.operators, store }).expression
    expect(proveEqual(read(text), read(end.text)).verdict).toBe('proved')
    const isTurned = JSON.stringify(start.shape) !== JSON.stringify(end.shape)
    if (isTurned) expect(steps[0].identity).toMatch(/^layout-(denominator|mixed)$/)
  })

  const converted = async (request: Omit<ConvertRequest, 'from' | 'to'> & { from?: string; to?: string }) =>
    convertedData(await convert({ from: 'numerator', to: 'denominator', ...request }, { registry }))

  it('infers what nobody declares, and says so', async () => {
    const { text, assumptions } = await converted({ formula: 'B*A', of: 'f by X' })
    expect(text).toBe("A'*B'")
    expect(assumptions).toEqual(['B: matrix(m,n)', 'A: matrix(n,p)', 'f: scalar', 'X: matrix(p,m)'])
  })

  it('takes the sizes of what is declared', async () => {
    const { shape } = await converted({ formula: 'B*A', of: 'f by X', variables: { X: 'matrix(u,v)' } })
    expect(shape).toEqual(['u', 'v'])
  })

  it('knows kinds in place of names', async () => {
    const { left, text } = await converted({ formula: 'A', of: 'vector(m) by vector(n)' })
    expect({ left, text }).toEqual({ left: '∂f/∂x', text: "A'" })
    const gradient = await converted({ formula: 'B*A', of: 'scalar by matrix(m,n)' })
    expect([gradient.left, gradient.text]).toEqual(['∂f/∂x', "A'*B'"])
  })

  it.each([
    ["a'", 'f by x', 'x: vector(m)'],
    ['2', 'f by t', 't: scalar'],
    ['A', 'f by X', 'X: matrix(n,m)'],
    ['vec(A)', 'f by x', 'x: vector(m*n)', 'denominator', 'numerator'],
  ])(
    'infers from the formula %s what is not declared: %s, with %s',
    async (formula, of, assumption, from = 'numerator', to = 'denominator') => {
      const { assumptions } = await converted({ formula, of, from, to })
      expect(assumptions).toContain(assumption)
    },
  )

  it.each<[ConvertRequest, string, string]>([
    [{ formula: 'A', of: 'f', from: 'numerator', to: 'mixed' }, 'value', 'such as "f by X", received "f".'],
    [{ formula: 'A', of: 'f by X', from: 'rows', to: 'mixed' }, 'value', 'Expected a layout, received "rows".'],
    [{ formula: 'A*(', of: 'f by X', from: 'numerator', to: 'mixed' }, 'syntax', 'Expected'],
    [{ formula: 'A', of: 'blob(3) by X', from: 'numerator', to: 'mixed' }, 'value', 'received "blob(3)".'],
    [
      {
        formula: "x'*A",
        of: 'f by x',
        from: 'denominator',
        to: 'mixed',
        variables: { x: 'vector(n)', A: 'matrix(n)' },
      },
      'shape-mismatch',
      'Expected a derivative of f by x in denominator layout of shape n×1, received a formula of shape 1×n.',
    ],
  ])('refuses %o: %s', async (request, code, message) => {
    const problem = problemOf(await convert(request, { registry }).catch(thrown => thrown))
    expect(problem?.code).toBe(code)
    expect(problem?.message).toContain(message)
  })

  it('proves the conversion: a layout that does not come back is found out', async () => {
    const { identity, ...mixed } = registry.layout('mixed')!
    const layout = {
      ...mixed,
      name: 'wrong',
      aliases: [],
      identity: { ...identity, name: 'layout-wrong' },
    }
    const wrong: Plugin = { kind: 'layout', layout: { ...layout, toNumerator: (_, x) => x }, from: './wrong.js' }
    const using = openStandardRegistry().use(wrong).freeze()
    const request = { formula: 'A', of: 'f by X', from: 'numerator', to: 'wrong', variables: { A: 'matrix(n)' } }
    const problem = problemOf(await convert(request, { registry: using }).catch(thrown => thrown))
    expect(problem).toMatchObject({ code: 'plugin', plugin: './wrong.js' })
  })
})
