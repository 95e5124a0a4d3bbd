import type { Registry } from '@matrix-derive/core'
import { standardRegistry } from '@matrix-derive/standard'
import { describe, expect, it } from 'vitest'
import { answer } from '../answering.ts'
import type { CheckSuccess } from './check-answer.ts'
import type { CheckRequest } from './check-request.ts'

const registry = standardRegistry()

async function judged(request: CheckRequest, using: Registry = registry): Promise<CheckSuccess> {
  const received = await answer(request, { registry: using })
  expect(received).toMatchObject({ ok: true })
  return received as CheckSuccess
}

type Case = [claim: string, expected: object, more?: Partial<CheckRequest>]

function describeClaims(expression: string, wrt: string, cases: readonly Case[]): void {
  describe(`${expression} by ${wrt}`, () => {
    it.each(cases.map(([claim, expected, more = {}]) => ({ claim, expected, more })))('$claim', async each => {
      const { claim, expected, more } = each
      expect(await judged({ expression, wrt, claim, ...more })).toMatchObject(expected)
    })
  })
}

const structure = (name: string, structure: string) => ({ kind: 'structure', name, structure })

describeClaims("x'*A*x", 'x', [
  ["x'*(A + A')", { verdict: 'equal' }],
  ["x'*A + (A*x)'", { verdict: 'equal' }],
  ["(A + A')*x", { verdict: 'other-layout', layouts: ['denominator', 'mixed'] }],
  ["(A + A')*x", { verdict: 'equal' }, { layout: 'gradient' }],
  ['2*A*x', { verdict: 'conditional', conditions: [structure('A', 'symmetric')] }],
  // Nothing is no multiple of anything.
  ["0*x'*A", { verdict: 'wrong' }],
  ["2*x'*A", { verdict: 'conditional', detail: 'The claim is right only if A is symmetric.' }],
  ['2*A*x', { verdict: 'equal' }, { layout: 'denominator', conditions: ['A symmetric'] }],
  ['2*A*x', { verdict: 'equal' }, { layout: 'denominator', conditions: "A = A'" }],
  ['2*A*x', { verdict: 'equal' }, { layout: 'denominator', conditions: "A' = A; m = n, " }],
  ["x'*(A + A')/2", { verdict: 'scaled', by: '1/2' }],
  ["-x'*(A + A')", { verdict: 'scaled', by: '-1' }],
  ["(A + A')*x/2", { verdict: 'scaled', detail: 'The claim is 1/2 times the derivative in denominator layout.' }],
  ['A*x', { verdict: 'wrong', counterexample: { left: [[4]], right: [[8]] } }],
  ['A', { verdict: 'wrong', detail: 'The claim is wrong: its shape is not that of the derivative, 1×m or m×1.' }],
  ["A*x + x'", { verdict: 'wrong', problem: { code: 'shape-mismatch' } }],
  ['h = A*x; 2*h', { verdict: 'equal' }, { conditions: { A: 'symmetric' }, layout: 'denominator' }],
  ["A + A'", { verdict: 'equal' }, { order: 2 }],
])

describeClaims('norm2(A*x - b)^2', 'x', [
  ["2*(A*x - b)'*A", { verdict: 'equal' }],
  // There is no such product unless A is square.
  ['2*A*(A*x - b)', { verdict: 'conditional', conditions: [{ kind: 'equal-sizes' }, structure('A', 'symmetric')] }],
  ["2*A'*(A*x - b)", { verdict: 'equal' }, { layout: 'denominator', conditions: ['m = n'] }],
  ['2*A*(A*x - b)', { verdict: 'equal' }, { layout: 'denominator', conditions: ['A symmetric'] }],
  ["2*A'*(A*x - b) + 0*A*x", { verdict: 'equal' }, { layout: 'denominator', conditions: ['A square'] }],
  [
    "2*A'*(A*x - b) + 0*A*x",
    {
      verdict: 'conditional',
      conditions: [{ kind: 'equal-sizes', sizes: ['m', 'n'] }],
      layouts: ['denominator', 'mixed'],
      detail: 'The claim is right in denominator and mixed layout, and only if m = n.',
    },
  ],
])

describeClaims('logdet(X)', 'X', [
  ['inv(X)', { verdict: 'equal' }],
  ["inv(X)'", { verdict: 'other-layout' }],
  ['2*inv(X) - inv(X) .* eye', { verdict: 'other-convention', convention: 'independent', conditions: [{ name: 'X' }] }],
  [
    '2*inv(X) - inv(X) .* eye',
    { verdict: 'other-convention', convention: 'independent', conditions: [] },
    { variables: { X: 'symmetric(n)' } },
  ],
])

describe('what is missing from a wrong claim, or too much', () => {
  it.each([
    ["x'*A*x", 'x', "x'*A", "x'*A'", "The claim is wrong: x'*A' has to be added to it."],
    ["x'*A*x", 'x', 'A*x', "A'*x", "The claim is wrong: in denominator layout, A'*x has to be added to it."],
    ["(x'*y)*x", 'x', "(x'*y)*eye", "x*y'", "The claim is wrong: x*y' has to be added to it."],
    [
      'softmax(x)',
      'x',
      'p = softmax(x); diag(p)',
      "-softmax(x)*softmax(x)'",
      "softmax(x)*softmax(x)' has to be taken from it.",
    ],
    ['norm2(A*x - b)^2 + a*norm2(x)^2', 'x', "2*(A*x - b)'*A", "2*a*x'", "2*a*x' has to be added to it."],
    ['tr(A*inv(X))', 'X', '-inv(X)*A*inv(X) + B', '-B', 'B has to be taken from it.'],
  ])('%s by %s is not %s', async (expression, wrt, claim, difference, detail) => {
    const found = await judged({ expression, wrt, claim, variables: { a: 'scalar', B: 'matrix(n)', X: 'matrix(n)' } })
    expect(found).toMatchObject({ verdict: 'wrong', difference })
    expect(found.detail).toContain(detail)
  })

  it.each([
    ['sum(x.^3)', 'x', '3*x'],
    ['tr(X*C)', 'X', "C'*C'"],
  ])('%s by %s, claimed to be %s: as much as the derivative', async (expression, wrt, claim) => {
    const variables = { C: 'matrix(n)', X: 'matrix(n)', x: 'vector(n)' }
    const found = await judged({ expression, wrt, claim, variables, layout: 'denominator' })
    expect(found.verdict).toBe('wrong')
    expect(found.difference).toBeUndefined()
  })
})

describeClaims('det(X)', 'X', [['inv(X)', { verdict: 'wrong' }]])
// What is right on one side of a kink only, which may be far from where numbers are usually drawn.
describeClaims('relu(t - 4)', 't', [
  ['0', { verdict: 'wrong' }],
  ['1', { verdict: 'wrong' }],
  ['step(t - 4)', { verdict: 'equal' }],
])
describeClaims('relu(exp(t) - 1000)', 't', [['0', { verdict: 'wrong' }]])
describeClaims('sqrt((t - 40)^2)', 't', [
  ['-1', { verdict: 'wrong' }],
  ['sign(t - 40)', { verdict: 'equal' }],
])
describeClaims('norm1(X*w + vector(6))', 'w', [["X'*vector(1)", { verdict: 'wrong' }]])
describeClaims('relu(logdet(S))*sum(X)', 'X', [
  ['logdet(S)*ones(m,n)', { verdict: 'wrong' }, { variables: { S: 'spd(p)', X: 'matrix(m,n)' } }],
])
// Half of the orthogonal matrices have determinant -1.
describeClaims('tr(X)*det(Q)', 'X', [['eye', { verdict: 'wrong' }, { variables: { Q: 'orthogonal(n)' } }]])

describeClaims('tr(B*X)', 'X', [
  ["(B + B')/2", { verdict: 'other-convention', convention: 'projected' }, { variables: { X: 'symmetric(n)' } }],
  // Half of it lies in directions that a symmetric X cannot take.
  ["tril(B) + triu(B)' - B .* eye", { verdict: 'other-convention' }, { variables: { X: 'symmetric(n)' } }],
  ["tril(B) + triu(B)'", { verdict: 'wrong' }, { variables: { X: 'symmetric(n)' } }],
])

const projected = { verdict: 'other-convention', convention: 'projected' }
const independent = { verdict: 'other-convention', convention: 'independent' }
const of = (kind: string) => ({ variables: { X: kind } })
describeClaims("tr(B'*X)", 'X', [
  ["(B - B')/2", projected, of('skew(n)')],
  ["B - B'", independent, of('skew(n)')],
  ["B + B'", { verdict: 'wrong' }, of('skew(n)')],
  ['tril(B)', projected, of('lower(n)')],
  ['triu(B)', projected, of('upper(n)')],
  ['triu(B)', { verdict: 'conditional' }, of('lower(n)')],
  ['B .* eye', projected, of('diagonal(n)')],
  ["(B - X*B'*X)/2", projected, of('orthogonal(n)')],
])

const symmetric = { variables: { X: 'symmetric(n)' } }
describeClaims("tr(B*X')", 'X', [
  // The plain gradient knows nothing of X' = X.
  ['B', { verdict: 'other-layout' }, symmetric],
  [
    "(B + B')/2",
    { verdict: 'equal', layouts: ['denominator', 'mixed', 'numerator'] },
    { ...symmetric, structure: 'projected' },
  ],
  ["B'", { verdict: 'other-convention', convention: 'plain' }, { ...symmetric, structure: 'projected' }],
  [
    "B + B' - B .* eye",
    { verdict: 'other-convention', convention: 'independent' },
    { ...symmetric, structure: 'projected' },
  ],
  ["B + B' - B .* eye", { verdict: 'equal' }, { ...symmetric, structure: 'independent' }],
  ["(B + B')/2", { verdict: 'other-convention', convention: 'projected' }, { ...symmetric, structure: 'independent' }],
  ["(B' - X'*B*X')/2", { verdict: 'equal' }, { variables: { X: 'orthogonal(n)' }, structure: 'projected' }],
  [
    "B'",
    { verdict: 'other-convention', convention: 'plain' },
    { variables: { X: 'orthogonal(n)' }, structure: 'projected' },
  ],
])
describeClaims('X*x', 'X', [
  ["(x' ⊗ eye(n))*duplication(n)", { verdict: 'equal' }, { ...symmetric, structure: 'independent' }],
  ["x' ⊗ eye(n)", { verdict: 'wrong' }, { ...symmetric, structure: 'independent' }],
])

describeClaims('A*X*B', 'X', [
  ["B' ⊗ A", { verdict: 'equal' }],
  ["B ⊗ A'", { verdict: 'other-layout', layouts: ['denominator'] }],
  [
    "A ⊗ B'",
    {
      verdict: 'transposed',
      transposed: 'both',
      detail: "The claim is the derivative of f' by X': the rows are stacked, not the columns.",
    },
  ],
])

// Sizes that are called alike are called so in the claim and in the program, and a name of the program is no size.
const rectangular = { A: 'matrix(m,n)', X: 'matrix(n,m)' }
describeClaims('tr(A*X)', 'X', [
  ['A + eye(n) - eye(m)', { verdict: 'equal' }, { conditions: ['m = n'], variables: rectangular }],
  ['A + eye(n) - eye(m)', { verdict: 'equal' }, { conditions: ['A diagonal'], variables: rectangular }],
  ['2*A', { verdict: 'scaled', by: '2' }, { variables: { A: 'skew(n)' } }],
])
describeClaims('n*tr(A*X)', 'X', [
  [
    'n*A',
    { verdict: 'equal', expected: { text: 'n*A' } },
    { conditions: ['m = n'], variables: { ...rectangular, n: 'scalar' } },
  ],
])
describeClaims("sum(i in 1..N, x[i]'*A[i]*x[i])", 'x', [
  [
    "2*x[k]'*A[k]",
    { verdict: 'equal' },
    { conditions: ['A symmetric'], variables: { A: 'matrix(n)[N]', x: 'vector(n)[N]' } },
  ],
])

describeClaims('mean(x)', 'x', [
  ["vector(1)'", { verdict: 'scaled', by: 'm' }],
  ["-vector(1)'", { verdict: 'scaled', by: '-m' }],
  ["2*vector(1)'", { verdict: 'scaled', by: '2*m' }],
  // A factor that nobody forgets is none.
  ["1009/1013*vector(1)'", { verdict: 'wrong' }],
])
describeClaims('lambda*norm2(x)^2', 'x', [
  ["2*x'", { verdict: 'scaled', by: '1/lambda' }, { variables: { lambda: 'scalar', x: 'vector(n)' } }],
])
describeClaims('Q*x', 'x', [["inv(Q)'", { verdict: 'conditional', conditions: [{}, structure('Q', 'orthogonal')] }]])
describeClaims('tr(X)', 'X', [
  ['eye', { verdict: 'equal' }],
  ['3*eye', { verdict: 'scaled', by: '3' }],
  ['1', { verdict: 'wrong' }],
])
describeClaims('l(A*x)', 'x', [
  [
    "A'*D(l)(A*x)'",
    { verdict: 'other-layout' },
    { variables: { l: 'function(vector(m)) -> scalar', A: 'matrix(m,n)', x: 'vector(n)' } },
  ],
])
// What several matrices have to be, where one of them alone is not enough.
describeClaims("x'*A*x + x'*B*x", 'x', [
  ["2*x'*(A + B)", { verdict: 'conditional', conditions: [structure('A', 'symmetric'), structure('B', 'symmetric')] }],
])
describeClaims("x'*A*x + x'*B*x + x'*C*x", 'x', [
  [
    "2*x'*(A + B + C)",
    { verdict: 'conditional', conditions: ['A', 'B', 'C'].map(name => structure(name, 'symmetric')) },
  ],
])
// Factors that functions hide, which only numbers show.
const ofScalar = { variables: { t: 'scalar' } }
describeClaims('exp(2*log(t))', 't', [
  ['2*t', { verdict: 'equal', basis: 'numeric' }, ofScalar],
  ['3/7*t', { verdict: 'scaled', by: '3/14', basis: 'numeric' }, ofScalar],
  ['-5*t', { verdict: 'scaled', by: '-5/2' }, ofScalar],
  ['sqrt(2)*t', { verdict: 'scaled', by: '0.707107' }, ofScalar],
  ['t^2', { verdict: 'wrong' }, ofScalar],
  ['2*t + 1', { verdict: 'wrong' }, ofScalar],
])
describeClaims('tr(expm(A)*inv(A)*X)', 'X', [
  // That A is skew is no way out: then it may have no inverse.
  ['expm(A)*A', { verdict: 'wrong' }],
  ['inv(A)*expm(A)', { verdict: 'equal', basis: 'numeric' }],
])
describeClaims('tr(expm(X))', 'X', [
  ['expm(X)', { verdict: 'equal', basis: 'numeric' }],
  ['expm(X)*X', { verdict: 'wrong' }],
])
describeClaims('sqrt(t^2)', 't', [['1', { verdict: 'wrong' }, { variables: { t: 'scalar' } }]])
describeClaims('tr(eye(n))*t', 't', [
  ['3', { verdict: 'scaled', by: '3/n' }, { variables: { t: 'scalar', x: 'vector(n)' } }],
  ['n', { verdict: 'equal', detail: 'The claim is right.' }, { variables: { t: 'scalar', x: 'vector(n)' } }],
])
describeClaims("det(A'*A)*t", 't', [
  ["2*det(A'*A)", { verdict: 'scaled', by: '2' }, { variables: { t: 'scalar', A: 'matrix(m,n)' } }],
])

describe('a claim', () => {
  it('is transposed where no layout has its shape', async () => {
    const only = { ...registry, layouts: [registry.layout('numerator')!] }
    const request = { expression: 'tr(A*X)', wrt: 'X', claim: "A'" }
    expect(await judged(request, only)).toMatchObject({ verdict: 'transposed', transposed: 'derivative' })
  })

  it('is answered with what is right and with what was assumed', async () => {
    expect(await judged({ id: 7, expression: "x'*A*x", wrt: 'x', claim: 'A*x' })).toMatchObject({
      id: 7,
      claim: 'A*x',
      claimShape: ['m', '1'],
      expected: { text: "x'*(A + A')", shape: ['1', 'm'] },
      layout: 'numerator',
      assumptions: ['x: vector(m)', 'A: matrix(m,m)'],
      basis: 'exact',
    })
  })

  it.each([
    [{ claim: 'A*x +' }, 'syntax', /^In the claim: /],
    [{ claim: 'B*x' }, 'unknown-name', /^In the claim: /],
    [{ claim: "2*x'*d(x)" }, 'value', /d\(\.\)/],
    [{ claim: 'x', wrt: ['x', 'A'] }, 'value', /"wrt"/],
    [{ claim: 'x', steps: true }, 'value', /"steps"/],
    [{ claim: 'x', structure: 'symmetric' }, 'value', /"structure"/],
    [{ claim: 'x', wrt: undefined }, 'value', /"wrt" to be one name, received nothing/],
    [{ claim: undefined }, 'value', /"claim" to be an expression as a string, received nothing/],
    [{ claim: 'x', conditions: ['A symmetric', 7] }, 'value', /"conditions"/],
    [{ claim: 'x', conditions: { A: 7 } }, 'value', /"conditions"/],
    [{ claim: 'x', conditions: ['x symmetric'] }, 'value', /on a matrix; x is declared as/],
    [
      { claim: 'x', conditions: ['A square'], variables: { A: 'matrix(2*n,m)' }, expression: "x'*A*y" },
      'value',
      /sizes that can be called alike; A is declared as matrix\(2\*n,m\)/,
    ],
    [{ claim: 'x', conditions: ['m = A'] }, 'value', /received "m = A"/],
    [{ claim: 'x', conditions: ['A = x'] }, 'value', /such as "A symmetric" or "m = n", received "A = x"/],
    [{ claim: 'x', conditions: ['A lovely'] }, 'value', /A lovely/],
    [{ claim: 'x', conditions: ['Z symmetric'] }, 'value', /Z symmetric/],
    [{ claim: 'x', expression: 'x +' }, 'syntax', /^Expected/],
  ])('%j is %s', async (more, code, message) => {
    expect(await answer({ expression: "x'*A*x", wrt: 'x', ...more }, { registry })).toMatchObject({
      ok: false,
      error: { code, message: expect.stringMatching(message) },
    })
  })
})
