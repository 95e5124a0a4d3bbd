import { readFileSync } from 'node:fs'
import { standardRegistry } from '@matrix-derive/standard'
import { describe, expect, it } from 'vitest'
import { answer } from '../../answering.ts'
import { linesOf } from '../../line.ts'
import { derivationOf } from '../../solution.ts'
import { definitionText, writingOf } from '../../writing.ts'
import type { WorkingSuccess } from './working-answer.ts'
import type { WorkingRequest } from './working-request.ts'

const registry = standardRegistry()

async function judged(request: WorkingRequest): Promise<WorkingSuccess> {
  const received = await answer(request, { registry })
  expect(received).toMatchObject({ ok: true })
  return received as WorkingSuccess
}

/** What became of each line, in the order of the lines. */
async function verdicts(expression: string, wrt: string, lines: readonly string[], more: Partial<WorkingRequest> = {}) {
  const found = await judged({ expression, wrt, working: lines.join('\n'), ...more })
  return found.lines.map(({ verdict }) => verdict)
}

describe('a derivation that is right', () => {
  it.each<[string, string, string[], Partial<WorkingRequest>?]>([
    ['tr(A*X*B)', 'X', ['df = d(tr(A*X*B)) = tr(A*d(X)*B)', '   = tr(B*A*dX)', '∂f/∂X = B*A']],
    ['norm2(A*x - b)^2', 'x', ["df = 2*(A*x - b)'*A*dx", "2*(A*x - b)'*A"]],
    [
      "x'*A*x",
      'x',
      ["f = x'*A*x", "f(x) = x'*A'*x", "d f = x'*(A + A')*dx", "f'(x) = (A + A')*x"],
      { layout: 'gradient' },
    ],
    ["x'*A*x", 'x', ["f = x'*A*x", "  = x'*A'*x", "  = (A*x)'*x", "df = x'*(A + A')*dx"]],
    ["y = A*x; y'*y", 'x', ['dy = A*dx', "df = 2*y'*dy", "grad = 2*y'*A"]],
    ['A*X*B', 'X', ['d(f) = A*dX*B', "vec(df) = kron(B', A)*vec(dX)", "Df = kron(B', A)"]],
    ['sum(b)*A', 'x', ['df = 0', 'J = 0'], { expression: 'sum(b)*A + 0*sum(x)*A' }],
    ['tr(X*S)', 'X', ['df = tr(S*dΣ)', 'G = S'], { expression: 'tr(Σ*S)', wrt: 'Sigma' }],
    ["x'*x", 'x', ['J(x) = norm2(x)^2', "dJ = 2*x'*dx", "D(J) = 2*x'"]],
    ["x'*x", 'x', ['L = norm2(x)^2', "dL = 2*x'*dx", "dL/dx = 2*x'"]],
    ["a'*x - x'*a", 'x', ["df = a'*dx - dx'*a", '   = 0', '∂f/∂x = 0']],
    ['A*X*B', 'X', ["vec(dF) = kron(B', A)*vec(dX)", "(dF)' = B'*dX'*A'"]],
    ['X*A', 'X', ["(df)' = A'*dX'", "d(f)' = A'*dX'"], { variables: { A: 'matrix(n)', X: 'matrix(n)' } }],
    ["x'*A*x", 'x', ["df = 2*x'*A*dx"], { conditions: 'A symmetric' }],
    ["x'*A*x", 'x', ["df = 2*x'*A*dx"], { variables: { A: 'symmetric(n)' } }],
  ])('%s by %s', async (expression, wrt, lines, more = {}) => {
    const found = await judged({ expression, wrt, working: lines.join('\n'), ...more })
    expect(found.lines.filter(({ verdict }) => verdict !== 'equal' && verdict !== 'definition')).toEqual([])
    expect(found.lines.at(-1)?.verdict).toBe('equal')
    expect(found).toMatchObject({ verdict: 'equal', detail: 'Every line is right.' })
    expect(found.lines.filter(({ detail }) => detail !== '')).toEqual([])
    expect(found).not.toHaveProperty('firstWrong')
  })

  it('may give names to what it likes', async () => {
    const lines = [
      'r = A*x - b',
      "df = d(r'*r)",
      "   = 2*r'*dr",
      'dr = A*dx',
      "df = 2*r'*A*dx",
      "g = 2*r'*A",
      '∂f/∂x = g',
    ]
    expect(await verdicts('norm2(A*x - b)^2', 'x', lines)).toEqual([
      ...['definition', 'equal', 'equal', 'equal', 'equal', 'definition', 'equal'],
    ])
  })

  it('is each that is found here', async () => {
    const rows = readFileSync(new URL('../../../../../docs/examples/forty-formulas.jsonl', import.meta.url), 'utf8')
      .trim()
      .split('\n')
      .map(row => JSON.parse(row))
    let count = 0
    for (const { expression, wrt, variables } of rows) {
      const solution = derivationOf({ expression, wrt, variables }, { registry })
      const writing = writingOf(solution, 'text')
      const lines = [...linesOf(solution.derivation)].flatMap(({ left, right, opens, introduces }) => [
        ...introduces.map(name => definitionText(name, writing)),
        `${opens ? writing.left(left) : ''} = ${writing.expression(right)}`,
      ])
      const found = await judged({ expression, wrt, variables, working: lines.join('\n') })
      const wrong = found.lines.filter(({ verdict }) => verdict !== 'equal' && verdict !== 'definition')
      expect(wrong, `${expression}\n${lines.join('\n')}`).toEqual([])
      count += found.lines.length
    }
    expect(count).toBeGreaterThan(200)
  }, 60_000)
})

describe('a derivation with a mistake', () => {
  it('is wrong from its first wrong line on', async () => {
    const working = ["df = dx'*A*x + x'*A*dx", "   = 2*x'*A*dx", "   = 2*(A'*x)'*dx", "∂f/∂x = 2*x'*A"].join('\n')
    const found = await judged({ expression: "x'*A*x", wrt: 'x', working })
    expect(found.lines.map(({ verdict }) => verdict)).toEqual(['equal', 'conditional', 'follows', 'follows'])
    expect(found.lines.map(({ detail }) => detail)).toEqual([
      '',
      'The line is right only if A is symmetric.',
      'It follows from line 2.',
      'It follows from line 3.',
    ])
    expect(found).toMatchObject({
      verdict: 'conditional',
      firstWrong: 2,
      detail: 'Line 2 is the first that is not right. The line is right only if A is symmetric.',
      differential: "x'*(A + A')*d(x)",
      expected: { text: "x'*(A + A')" },
    })
  })

  it('shows where a line differs', async () => {
    const found = await judged({ expression: 'x^3', wrt: 'x', working: 'df = 3*x*dx + dx' })
    const [{ verdict, counterexample, detail }] = found.lines
    expect({ verdict, ...counterexample }).toMatchObject({ verdict: 'wrong', dims: {} })
    const [x, dx] = [counterexample!.values.x[0][0], counterexample!.differentials.x[0][0]]
    expect([counterexample!.left, counterexample!.right]).toEqual([[[(3 * x + 1) * dx]], [[3 * x ** 2 * dx]]])
    expect(detail).toBe(
      `At x = ${x}, d(x) = ${dx}: the line is ${(3 * x + 1) * dx}, the differential ${3 * x ** 2 * dx}.`,
    )
  })

  it.each<[string, string, string[], string[], Partial<WorkingRequest>?]>([
    // A transpose that is lost, a sign, factors that are swapped, a factor, a wrong layout.
    ['tr(A*X)', 'X', ["df = tr(A'*dX)"], ['wrong']],
    ['tr(X*A*B)', 'X', ['df = tr(B*A*dX)'], ['wrong']],
    // Were X orthogonal, both would be 0; that is no reason to call it right.
    ['log(det(X))', 'X', ["df = tr(X'*dX)"], ['wrong']],
    ['X*ones(n)', 'X', ["df = dX'*ones(m)"], ['conditional'], { variables: { X: 'matrix(m,n)' } }],
    ['A*x', 'x', ['df = dx', '∂f/∂x = eye(n)'], ['wrong', 'follows'], { variables: { A: 'matrix(m,n)' } }],
    ["x'*A*x", 'x', ["df = x'*A*dx"], ['wrong']],
    ["x'*A*x", 'x', ["df = x'*(A + A')*dx", "∂f/∂x = (A + A')*x"], ['equal', 'other-layout']],
    ["b'*x", 'x', ["df = b*dx'", "df = b'*dx"], ['wrong', 'equal']],
    ['A*x', 'x', ["df = dx'*A'", 'df = A*dx'], ['wrong', 'equal']],
    ['X*A', 'X', ["df = A'*dX'"], ['wrong'], { variables: { A: 'matrix(n)', X: 'matrix(n)' } }],
    ['X*A', 'X', ["df = A'*dX'"], ['wrong'], { variables: { A: 'matrix(n,p)', X: 'matrix(m,n)' } }],
    ['A*X', 'X', ['df = kron(eye, A)*vec(dX)'], ['wrong'], { variables: { A: 'matrix(m,n)' } }],
    ['X*X', 'X', ['df = 2*X*dX', '∂f/∂X = 2*kron(eye, X)'], ['wrong', 'follows']],
    ["x'*x", 'x', ["df = 2*x'*dx", "df = 2*x'*dy"], ['equal', 'unreadable']],
    ["x'*x", 'x', ["f = x'*x*2", "df = 2*x'*dx"], ['scaled', 'equal']],
    [
      "x'*x",
      'x',
      ["df = x'*dx", "   = dx'*x", "   = 3*x'*dx", "   = 2*x'*dx"],
      ['scaled', 'follows', 'scaled', 'equal'],
    ],
  ])('%s by %s: %j', async (expression, wrt, lines, expected, more) => {
    expect(await verdicts(expression, wrt, lines, more)).toEqual(expected)
  })

  it('says what it cannot read, and goes on', async () => {
    const working = "df = d(x'*x\n   = 2*x'*dx"
    const { lines, firstWrong } = await judged({ expression: "x'*x", wrt: 'x', working })
    expect(lines).toMatchObject([{ verdict: 'unreadable', problem: { code: 'syntax' } }, { verdict: 'equal' }])
    expect(firstWrong).toBe(1)
  })

  it('has an end', async () => {
    const working = 'df = 0\n'.repeat(1_001)
    expect(await answer({ expression: 'b', wrt: 'b', working }, { registry })).toMatchObject({
      ok: false,
      error: { code: 'limit-exceeded' },
    })
  })

  it('needs lines', async () => {
    expect(await answer({ expression: "x'*x", wrt: 'x', working: undefined }, { registry })).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('"working"') },
    })
    expect(await answer({ expression: "x'*x", wrt: 'x', working: '' }, { registry })).toMatchObject({
      ok: false,
      error: { code: 'value' },
    })
  })
})
