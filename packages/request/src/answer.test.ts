import { defaultLimits } from '@matrix-derive/core'
import { standardRegistry } from '@matrix-derive/standard'
import { describe, expect, it } from 'vitest'
import type { Failure, Success } from './answer.ts'
import { answer } from './answering.ts'

const registry = standardRegistry()

async function success(request: object): Promise<Success> {
  const received = await answer(request, { registry })
  expect(received).toMatchObject({ ok: true })
  return received as Success
}

async function failure(request: unknown): Promise<Failure> {
  const received = await answer(request, { registry })
  expect(received.ok).toBe(false)
  return received as Failure
}

describe('an answer', () => {
  it('has the derivative, its shape, and all that it rests on', async () => {
    expect(await success({ id: 'q', expression: 'tr(A*X*B)', wrt: 'X' })).toMatchObject({
      id: 'q',
      ok: true,
      layout: 'numerator',
      order: 1,
      wrt: 'X',
      shape: ['p', 'n'],
      text: 'B*A',
      latex: 'B A',
      differential: 'tr(B*A*d(X))',
      assumptions: ['A: matrix(m,n)', 'X: matrix(n,p)', 'B: matrix(p,m)'],
      conditions: [],
      identities: { 'trace-cyclic': '1.0.0', 'identify-scalar-by-matrix': '1.0.0' },
    })
  })

  it('says of several derivatives each by itself, and of one nothing twice', async () => {
    const one = await success({ expression: 'tr(A*X*B)', wrt: 'X', proof: 'none' })
    expect(Object.keys(one)).not.toContain('derivatives')
    expect(Object.keys(one)).not.toContain('by')
    const several = async (order: number) => {
      const { derivatives } = await success({ expression: "x'*A*y", wrt: ['x', 'y'], order, proof: 'none' })
      return derivatives?.map(({ by, shape }) => [by, shape])
    }
    expect(await several(1)).toEqual([
      [undefined, ['1', 'm']],
      [undefined, ['1', 'n']],
    ])
    expect(await several(2)).toEqual([
      [
        ['x', 'x'],
        ['m', 'm'],
      ],
      [
        ['x', 'y'],
        ['m', 'n'],
      ],
      [
        ['y', 'y'],
        ['n', 'n'],
      ],
    ])
  })

  it('is plain data: it survives JSON', async () => {
    const answered = await success({ expression: 'log(det(X))', wrt: 'X', steps: true, values: { X: [[2]] } })
    expect(JSON.parse(JSON.stringify(answered))).toEqual(answered)
  })

  it('knows layouts by their aliases', async () => {
    const answered = await success({ expression: "x'*x", wrt: 'x', layout: 'gradient' })
    expect(answered).toMatchObject({ layout: 'denominator', text: '2*x' })
  })

  it('lists steps when asked, every line with its identity', async () => {
    const { steps } = await success({ expression: 'tr(A*X*B)', wrt: 'X', steps: true })
    expect(steps?.map(({ left, line, identity }) => [left, line, identity])).toEqual([
      ['df', 'd(tr(A*X*B))', undefined],
      ['df', 'tr(d(A*X*B))', 'differential-trace'],
      ['df', 'tr(A*d(X)*B)', 'differential-affine'],
      ['df', 'tr(B*A*d(X))', 'trace-cyclic'],
      ['∂f/∂X', 'B*A', 'identify-scalar-by-matrix'],
    ])
    expect((await success({ expression: 'tr(A*X*B)', wrt: 'X' })).steps).toBeUndefined()
  })

  it('says which intermediate a step names', async () => {
    const { steps } = await success({ expression: 'norm2(W*x + b)^2', wrt: 'W', steps: true })
    expect(steps?.flatMap(({ where = [] }) => where)).toEqual(['y = W*x + b'])
  })

  it('has a derivative for each of several variables', async () => {
    const answered = await success({ expression: "x'*A*x", wrt: ['x', 'A'] })
    expect(answered.derivatives?.map(({ wrt, shape }) => [wrt, shape])).toEqual([
      ['x', ['1', 'm']],
      ['A', ['m', 'm']],
    ])
    expect(answered.text).toBe(answered.derivatives?.[0].text)
  })

  it('has numbers for values', async () => {
    const values = { x: [1, 2], A: [[1, 2], [3, 4]] } // biome-ignore format: rows of a matrix
    const { value, derivative } = await success({ expression: "x'*A*x", wrt: 'x', values })
    expect(value).toEqual([[27]])
    expect(derivative).toEqual([[12, 21]])
  })

  it('knows values by every spelling of a name', async () => {
    const { derivative } = await success({
      expression: 'α*x',
      wrt: 'x',
      values: { α: 3, x: 2 },
      variables: { x: 'scalar' },
    })
    expect(derivative).toEqual([[3]])
    const twice = { expression: 'tr(Σ)', wrt: 'Σ', values: { Σ: [[1]], Sigma: [[1]] } }
    expect((await failure(twice)).error.code).toBe('value')
  })

  it('takes sizes from everything that is declared, and from sizes themselves', async () => {
    const result = { expression: 'eye(n)', wrt: 't', variables: { t: 'scalar', X: 'matrix(n)' } }
    const [one, two] = [[[1]], [[1, 0], [0, 1]]] // biome-ignore format: rows of a matrix
    expect((await success({ ...result, values: { t: 1, X: [[1, 2], [3, 4]] } })).value).toEqual(two) // biome-ignore format: rows of a matrix
    expect((await success({ ...result, values: { t: 1, n: 1 } })).value).toEqual(one)
    expect((await failure({ ...result, values: { t: 1 } })).error).toMatchObject({
      code: 'value',
      suggestion: expect.stringContaining('"n"'),
    })
  })

  it.each([
    ['t ⊗ (ones(1,p) .* ones(1,p) - 3/2*ones(1,p))', 't', { t: 'scalar' }, '-1/2*ones(p)'],
    ['u ⊗ x ⊗ v', 'x', { u: 'vector(p)', x: 'vector(n)', v: 'vector(q)' }, 'u ⊗ eye(n) ⊗ v'],
    ['logsumexp(t)', 't', { t: 'scalar' }, '1'],
    ['logsumexp(X)', 'X', { X: 'matrix(m,n)' }, "exp(X)'/sum(exp(X))"],
  ] as const)('of %s by %s is known', async (expression, wrt, variables, text) => {
    expect((await success({ expression, wrt, variables })).text).toBe(text)
  })

  it('evaluates second derivatives', async () => {
    const { shape, derivative } = await success({ expression: "x'*x", wrt: 'x', order: 2, values: { x: [1, 2] } })
    expect(shape).toEqual(['m', 'm'])
    expect(derivative).toEqual([[2, 0], [0, 2]]) // biome-ignore format: rows of a matrix
  })

  it('gives each second derivative by a pair of variables once', async () => {
    const request = { expression: "x'*A*y", wrt: ['x', 'y'], order: 2 }
    const { derivatives, steps, order } = await success({ ...request, steps: true })
    expect(order).toBe(2)
    expect(derivatives?.map(({ wrt, by, shape, text }) => [wrt, by, shape, text])).toEqual([
      ['x', ['x', 'x'], ['m', 'm'], 'zeros(m,m)'],
      ['x,y', ['x', 'y'], ['m', 'n'], 'A'],
      ['y', ['y', 'y'], ['n', 'n'], 'zeros(n,n)'],
    ])
    expect([...new Set(steps?.map(({ left }) => left))]).toEqual([
      'df',
      '∂f/∂x',
      "(∂f/∂x)'",
      "d(∂f/∂x)'",
      "∂²f/∂x∂x'",
      "∂²f/∂x∂y'",
      '∂f/∂y',
      "(∂f/∂y)'",
      "d(∂f/∂y)'",
      "∂²f/∂y∂y'",
    ])
    const lasts = async (request: object) => {
      const { steps } = await success({ steps: true, ...request })
      return steps?.at(-1)?.left
    }
    const scalars = { s: 'scalar', t: 'scalar' }
    expect(await lasts({ expression: 's^2*t^3', wrt: ['s', 't'], order: 3, variables: scalars })).toBe('∂³f/∂t³')
    expect(await lasts({ expression: 'sum(exp(x))', wrt: 'x', order: 3 })).toBe("∂vec(∂²f/∂x∂x')/∂x'")
    expect(await lasts({ expression: 'exp(A*x)', wrt: 'x', order: 2 })).toBe("∂vec((∂f/∂x)')/∂x'")
    expect(await lasts({ expression: 'tr(X*X)', wrt: 'X', order: 2 })).toBe("∂²f/∂vec(X)∂vec(X)'")
  })

  it('takes account of the structure of a variable as asked, and says so', async () => {
    const request = { expression: 'logdet(S) - tr(A*S)', wrt: 'S', variables: { S: 'spd(n)' }, layout: 'denominator' }
    const texts = async (structure?: string) => {
      const { text, notes, identities } = await success({ ...request, ...(structure && { structure }) })
      return [text, notes.join(), Object.keys(identities).filter(name => name.startsWith('structure-'))]
    }
    expect(await texts()).toEqual([
      expect.stringMatching(/^S\^-1 - A'|\(S\^-1 - A\)'$/),
      expect.stringMatching(/S is positive definite.*ignored/),
      [],
    ])
    expect(await texts('ignore')).toEqual(await texts())
    const [projected, why, used] = await texts('projected')
    expect(projected).toBe("1/2*(2*S^-1 - A' - A)")
    expect([why, used]).toEqual([expect.stringMatching(/projected.*stays there/), ['structure-projected-symmetric']])
    expect(await texts('independent')).toEqual([
      expect.stringMatching(/^2\*S\^-1 .*diag\(diag\(/),
      expect.stringMatching(/entries on and below its diagonal.*twice/),
      ['structure-independent-symmetric'],
    ])
    // Nothing is to be said where there is no structure, and nothing changes.
    expect((await success({ expression: 'tr(A*X)', wrt: 'X', structure: 'projected' })).notes).toEqual([])
  })

  it('says nothing of conditions that follow from the structure', async () => {
    const conditions = async (S: string) =>
      (await success({ expression: "x'*inv(S)*x", wrt: 'S', variables: { S } })).conditions
    expect(await conditions('matrix(n)')).toEqual(['S is invertible'])
    expect(await conditions('spd(n)')).toEqual([])
    expect(await conditions('orthogonal(n)')).toEqual([])
  })

  it('writes Jacobians by the independent entries in a form that is input again', async () => {
    const request = { expression: 'X*b', wrt: 'X', structure: 'independent', variables: { b: 'vector(n)' } }
    for (const kind of ['symmetric', 'skew', 'lower', 'upper', 'diagonal']) {
      const variables = { ...request.variables, X: `${kind}(n)` }
      const { text, shape, verdict } = await success({ ...request, variables })
      expect({ verdict, cols: shape[1] }).toEqual({ verdict: 'proved', cols: kind === 'diagonal' ? 'n' : 'tri(n)' })
      expect(await success({ expression: text, wrt: 'b', variables })).toMatchObject({ ok: true })
    }
    const variables = { ...request.variables, X: 'symmetric(n)' }
    const values = { X: [[1, 2], [2, 3]], b: [5, 7] } // biome-ignore format: rows of a matrix
    expect((await success({ ...request, variables, values })).derivative).toEqual([[5, 7, 0], [0, 5, 7]]) // biome-ignore format: rows of a matrix
    const { text } = await success({ ...request, expression: 'eye(n)', variables })
    expect(text).toBe('zeros(n*n,tri(n))')
  })

  it('writes inverses as the program does', async () => {
    expect((await success({ expression: 'inv(X)', wrt: 'X' })).differential).toBe('-inv(X)*d(X)*inv(X)')
    expect((await success({ expression: 'X^-1', wrt: 'X' })).differential).toBe('-X^-1*d(X)*X^-1')
  })

  it('gives conditions as sentences', async () => {
    const { conditions } = await success({ expression: 'log(det(X))', wrt: 'X' })
    expect(conditions).toEqual(expect.arrayContaining(['det(X) > 0', 'X is invertible']))
  })

  it('calls the function by a letter that the program does not use', async () => {
    const { steps } = await success({ expression: "f'*x", wrt: 'x', steps: true, variables: { f: 'vector(n)' } })
    expect(steps?.[0].left).toBe('dg')
  })

  it('is valid input again, definitions included', async () => {
    const layers = Array.from({ length: 40 }, (_, i) => `W${i}`)
    const expression = layers.reduce((inner, w) => `tanh(${w}*${inner})`, 'x')
    const { text, where } = await success({ expression: `norm2(${expression})^2`, wrt: 'W0' })
    expect(where?.length).toBeGreaterThan(0)
    expect(text).toContain(';')
    await success({ expression: text, wrt: 'x' })
  })
})

describe('a failure', () => {
  it('carries the id, the code and the span', async () => {
    expect(await failure({ id: 3, expression: 'A*x + ', wrt: 'x' })).toMatchObject({
      id: 3,
      error: { code: 'syntax', span: { start: 4, end: 5 } },
    })
  })

  it.each([
    [{ wrt: 'q' }, 'unknown-name', /by x\.$/],
    [{ wrt: 'x', layout: 'foo' }, 'value', /denominator, mixed, numerator/],
    [{ wrt: 'x', values: {} }, 'value', undefined],
    [{ wrt: 'x', values: { x: [[1, 2]] } }, 'value', undefined],
    [{ expression: "y = 2*x; y'*y", wrt: 'y' }, 'unsupported', /definition of y/],
    [{ expression: "x'*d(x)", wrt: 'x' }, 'unsupported', /Leave d out/],
    [{ expression: 'X^k', wrt: 'k' }, 'not-differentiable', /by X/],
    [
      { expression: 'tr(A*Q)', wrt: 'Q', variables: { Q: 'orthogonal(n)' }, structure: 'independent' },
      'unsupported',
      /projected/,
    ],
    [
      { expression: 'tr(Q*Q)', wrt: 'Q', variables: { Q: 'orthogonal(n)' }, structure: 'projected', order: 2 },
      'unsupported',
      /ignore/,
    ],
    [{ expression: 'x*x', wrt: 'x', order: 2, values: { x: [[1], [2]] } }, 'value', undefined],
    [{ expression: 'log(t)', wrt: 't', values: { t: 0 } }, 'value', undefined],
    [
      { expression: 'sum(g(x))', variables: { g: 'elementwise' }, wrt: 'x', values: { x: [1] } },
      'unsupported',
      /built-in/,
    ],
  ])('%j is %s', async (more, code, suggestion) => {
    const { error } = await failure({ expression: "x'*x", ...more })
    expect(error).toMatchObject({ code })
    if (suggestion) expect(error.suggestion).toMatch(suggestion)
  })

  it('takes the limits and the signal of the caller', async () => {
    const request = { expression: "x'*A*x", wrt: 'x' }
    const limits = { inputLength: 3, nesting: 10, nodes: 1000, steps: 100, time: 1000, order: 2 }
    expect(await answer(request, { registry, limits })).toMatchObject({ error: { code: 'limit-exceeded' } })
    expect(await answer(request, { registry, signal: AbortSignal.abort() })).toMatchObject({
      error: { code: 'cancelled' },
    })
  })

  it('comes in time, and not for want of stack, when something goes on and on', async () => {
    const request = { expression: `X${"'".repeat(50_000)}`, wrt: 'X', variables: { X: 'matrix(m,n)' }, proof: 'none' }
    const limits = { ...defaultLimits, time: 500 }
    expect(await answer(request, { registry, limits })).toMatchObject({ error: { code: 'limit-exceeded' } })
  })

  it('does not hide a defect', async () => {
    const broken = { ...registry, operators: undefined as never }
    await expect(answer({ expression: 'x', wrt: 'x' }, { registry: broken })).rejects.toThrow(TypeError)
  })
})
