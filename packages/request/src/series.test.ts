import { standardRegistry } from '@matrix-derive/standard'
import { describe, expect, test } from 'vitest'
import type { Rows, Success } from './answer.ts'
import { answer } from './answering.ts'

const registry = standardRegistry()

/** What is asked, in sizes that are all different, and what the gradient reads like. */
interface Case {
  readonly expression: string
  readonly wrt: string
  readonly variables?: Readonly<Record<string, string>>
  readonly text: string
  /** With the matrices of all samples, where that can be written. */
  readonly collected?: string
}

const [n, m, N] = [2, 3, 4]

// A wave that repeats nowhere: values without symmetry that are the same every time.
const entry = (seed: number) => Math.sin(1.7 * seed + 0.3 * seed * seed)
const vector = (size: number, seed: number) => Array.from({ length: size }, (_, i) => entry(seed + i))
const matrix = (rows: number, cols: number, seed: number) =>
  Array.from({ length: rows }, (_, i) => vector(cols, seed + 5 * i))
const family = <T>(one: (k: number) => T) => Array.from({ length: N }, (_, k) => one(k))

const values = {
  x: family(k => vector(n, 11 * k)),
  y: family(k => entry(3 * k + 1)),
  t: family(k => vector(m, 7 * k + 2)),
  r: family(k => vector(m, 5 * k + 3)),
  w: vector(n, 4),
  mu: vector(n, 9),
  b: vector(m, 5),
  W: matrix(m, n, 6),
  Sigma: [
    [2, 0.3],
    [0.3, 1.5],
  ],
  X: matrix(m, m, 8).map(row => row.map(value => 0.4 * value)),
  A: matrix(m, m, 3),
  a: 0.7,
  p: 3,
  k: 2,
}

const data = {
  x: `vector(n)[N]`,
  y: 'scalar[N]',
  t: 'vector(m)[N]',
  r: 'rowvector(m)[N]',
  w: 'vector(n)',
  mu: 'vector(n)',
  b: 'vector(m)',
  W: 'matrix(m,n)',
  Sigma: 'spd(n)',
  X: 'matrix(m)',
  A: 'matrix(m)',
  a: 'scalar',
  p: 'integer',
}

const cases: readonly Case[] = [
  {
    expression: "sum(i in 1..N, (y[i] - x[i]'*w)^2)",
    wrt: 'w',
    text: "2*sum(i in 1..N, (x[i]'*w - y[i])*x[i])",
    collected: "2*X1*(X1'*w - y)",
  },
  {
    expression: '1/N*sum(i in 1..N, norm2(W*x[i] + b - t[i])^2)',
    wrt: 'b',
    text: '2*sum(i in 1..N, W*x[i] + b - t[i])/N',
    collected: '2*((W*X1 - T)*ones(N)/N + b)',
  },
  {
    expression: 'sum(i in 1..N, norm2(W*x[i] + b - t[i])^2)',
    wrt: 'W',
    text: "2*sum(i in 1..N, (W*x[i] + b - t[i])*x[i]')",
    collected: "2*(W*X1 + b*ones(1,N) - T)*X1'",
  },
  {
    expression: "N/2*logdet(Sigma) + 1/2*sum(i in 1..N, (x[i] - mu)'*inv(Sigma)*(x[i] - mu))",
    wrt: 'mu',
    text: 'inv(Sigma)*sum(i in 1..N, mu - x[i])',
    collected: 'inv(Sigma)*(N*mu - X1*ones(N))',
  },
  {
    expression: "N/2*logdet(Sigma) + 1/2*sum(i in 1..N, (x[i] - mu)'*inv(Sigma)*(x[i] - mu))",
    wrt: 'Sigma',
    variables: { Sigma: 'matrix(n)' },
    text: '',
    collected: "1/2*(N*inv(Sigma) - inv(Sigma)*Y*Y'*inv(Sigma))'",
  },
  {
    expression: "sum(i in 1..N, softplus(x[i]'*w) - y[i]*x[i]'*w)",
    wrt: 'w',
    text: "sum(i in 1..N, (sigmoid(x[i]'*w) - y[i])*x[i])",
    collected: "X1*(sigmoid(X1'*w) - y)",
  },
  {
    expression: "sum(i in 1..N, logsumexp(W*x[i] + b) - t[i]'*(W*x[i] + b))",
    wrt: 'b',
    text: 'sum(i in 1..N, softmax(W*x[i] + b) - t[i])',
  },
  {
    expression: "sum(i in 1..N, logsumexp(W*x[i] + b) - t[i]'*(W*x[i] + b))",
    wrt: 'W',
    text: "sum(i in 1..N, (softmax(W*x[i] + b) - t[i])*x[i]')",
  },
  {
    expression: 'sum(i in 1..N, sum(j in 1..N, exp(-norm2(x[i] - x[j])^2)))',
    wrt: 'x',
    text: '',
    collected: "2*(Y*exp(-diag(Y'*Y)) - Y1*exp(-diag(Y1'*Y1)))",
  },
  {
    expression: 'sum(i in 1..N, sum(j in 1..N, norm2(x[i] - x[j])^2))',
    wrt: 'x',
    text: '4*sum(j in 1..N, x[k] - x[j])',
    collected: '4*(N*x[k] - X1*ones(N))',
  },
  { expression: 'sum(i in 1..N, norm2(W*x[i] - b)^2)', wrt: 'x', text: "2*W'*(W*x[k] - b)" },
  {
    expression: 'sum(i in 1..N, norm2(tanh(A*tanh(A*tanh(W*x[i] + b))) - t[i])^2)',
    wrt: 'W',
    text: '',
    collected: '',
  },
  { expression: 'sum(i in 1..N, norm2(x[i] - mu)^2)', wrt: 'x', text: '2*(x[k] - mu)' },
  { expression: "sum(i in 1..N, y[i]*x[i]'*mu)*sum(j in 1..N, y[j])", wrt: 'y', text: '', collected: '' },
  { expression: 'sum(i in 1..N - 1, norm2(x[i + 1] - a*x[i])^2)', wrt: 'a', text: '' },
  {
    expression: 'sum(i in 1..N, exp(y[i])*r[i]*W*x[i])',
    wrt: 'W',
    text: "sum(i in 1..N, exp(y[i])*x[i]*r[i])'",
    collected: "R'*diag(exp(y))*X1'",
  },
  {
    expression: "sum(i in 1..N, a^2*x[i]'*Sigma*x[i] + a*y[i]*log(1 + y[i]^2))",
    wrt: 'a',
    text: '',
    collected: "2*a*tr(X1'*Sigma*X1) + y'*log(vector(1) + y.^2)",
  },
  {
    expression: 'sum(i in 1..N, norm2(x[i] - 1/N*sum(j in 1..N, a*x[j]))^2)',
    wrt: 'a',
    text: '',
    collected: '',
  },
  {
    expression: 'sum(i in 1..N, exp(-a*norm2(x[i] - mu)^2))',
    wrt: 'mu',
    text: '',
    collected: "2*a*Y*exp(-a*diag(Y'*Y))",
  },
  { expression: "log(sum(i in 1..N, exp(x[i]'*w)))", wrt: 'w', text: '', collected: "X1*softmax(X1'*w)" },
  { expression: 'log(sum(i in 1..N, exp(a*y[i])))', wrt: 'a', text: '', collected: "exp(a*y)'*y/sum(exp(a*y))" },
  { expression: 'tr(A*X^p)', wrt: 'X', text: "sum(i in 1..p, X^(p - i)*A*X^(i - 1))'" },
  { expression: 'tr(A*X^12)', wrt: 'X', text: "sum(i in 1..12, X^(12 - i)*A*X^(i - 1))'" },
  { expression: "b'*(eye(m) + X)^(-p)*b", wrt: 'X', text: '' },
  { expression: 'sum(i in 1..p, a^i*tr(A^i))', wrt: 'a', text: '' },
]

async function ask(request: object): Promise<Success> {
  const received = await answer(request, { registry })
  expect(received).toMatchObject({ ok: true })
  return received as Success
}

/** The request about values, with one number of one of them changed by a little. */
type Numbers = number | readonly Numbers[]

function* places(value: Numbers, path: readonly number[] = []): Generator<readonly number[]> {
  if (typeof value === 'number') yield path
  else for (const [i, inner] of value.entries()) yield* places(inner, [...path, i])
}

function moved(value: Numbers, [first, ...rest]: readonly number[], by: number): Numbers {
  if (typeof value === 'number') return value + by
  return value.map((inner, i) => (i === first ? moved(inner, rest, by) : inner))
}

describe('derivatives of sums over an index', () => {
  test.each(cases)('$expression by $wrt', async ({ expression, wrt, text, collected, variables }) => {
    const request = { expression, wrt, variables: { ...data, ...variables }, layout: 'denominator', values }
    const answered = await ask(request)
    expect(['proved', 'agrees']).toContain(answered.verdict)
    if (text !== '') expect(answered.text).toBe(text)
    const valueAt = async (by: number, path: readonly number[]) => {
      const given = { ...values, [wrt]: moved(values[wrt as keyof typeof values], path, by) }
      return (await ask({ ...request, values: given, proof: 'none' })).value![0][0]
    }
    // By a family the derivative is by member k.
    const all = [...places(values[wrt as keyof typeof values])]
    const own = data[wrt as keyof typeof data].endsWith(']') ? all.filter(([at]) => at === values.k - 1) : all
    const step = 1e-5
    const differences: number[] = []
    for (const path of own) differences.push(((await valueAt(step, path)) - (await valueAt(-step, path))) / (2 * step))
    const derivative = (answered.derivative as Rows).flat()
    expect(derivative).toHaveLength(differences.length)
    for (const [i, difference] of differences.entries()) expect(derivative[i]).toBeCloseTo(difference, 5)
    for (const layout of ['denominator', 'numerator', 'mixed']) {
      const plain = await ask({ ...request, layout, proof: 'none' })
      const written = await ask({ ...request, layout, collect: true })
      expect(['proved', 'agrees']).toContain(written.verdict)
      expect(written.shape).toEqual(plain.shape)
      const [actual, expected] = [written.derivative!.flat(), plain.derivative!.flat()]
      for (const [i, entry] of expected.entries()) expect(actual[i]).toBeCloseTo(entry, 8)
      if (layout !== 'denominator') continue
      // The definitions come first.
      if (collected !== undefined) expect(written.text.split('; ').at(-1)).not.toContain('sum(i')
      if (collected) expect(written.text.split('; ').at(-1)).toBe(collected)
      if (collected === undefined) expect(written.text).toBe(plain.text)
    }
  })

  test('the covariance of a Gaussian', async () => {
    const expression = "N/2*logdet(Sigma) + 1/2*sum(i in 1..N, (x[i] - mu)'*inv(Sigma)*(x[i] - mu))"
    const { text, verdict, conditions } = await ask({
      expression,
      wrt: 'Sigma',
      variables: data,
      layout: 'denominator',
    })
    expect(text).toBe("1/2*(N*inv(Sigma) - inv(Sigma)*sum(i in 1..N, (x[i] - mu)*(x[i] - mu)')*inv(Sigma))")
    expect(verdict).toBe('proved')
    expect(conditions).toEqual([])
  })

  test('the Hessian of the logistic loss', async () => {
    const { text, verdict } = await ask({
      expression: "sum(i in 1..N, softplus(x[i]'*w) - y[i]*x[i]'*w)",
      wrt: 'w',
      variables: data,
      order: 2,
    })
    expect(text).toBe("sum(i in 1..N, sigmoid(x[i]'*w)*(1 - sigmoid(x[i]'*w))*x[i]*x[i]')")
    expect(verdict).toBe('proved')
    const collected = await ask({
      expression: "sum(i in 1..N, softplus(x[i]'*w) - y[i]*x[i]'*w)",
      wrt: 'w',
      variables: data,
      order: 2,
      collect: true,
    })
    expect(collected.text).toBe("X1 = [x[1], ..., x[N]]; h = sigmoid(X1'*w); X1*diag(h .* (vector(1) - h))*X1'")
    expect(collected.verdict).toBe('proved')
  })

  test('what differs from term to term of a sum around gets no name', async () => {
    const asked = { expression: 'sum(i in 1..N, tanh(sum(j in 1..N, norm2(sigmoid(x[j]) + x[i])^2)))', wrt: 'x' }
    const { text } = await ask({ ...asked, variables: data, collect: true })
    expect(text).toContain('X1 = [x[1], ..., x[N]]; ')
    expect(await answer({ ...asked, variables: data, claim: text }, { registry })).toMatchObject({ verdict: 'equal' })
  })

  test('a collected formula is one of matrices, whatever these are made of', async () => {
    const { x, y, w } = values
    const request = { expression: "sum(i in 1..N, softplus(x[i]'*w) - y[i]*x[i]'*w)", wrt: 'w', layout: 'denominator' }
    const { text, derivative } = await ask({ ...request, values: { x, y, w }, collect: true })
    const formula = text.split('; ').at(-1)!
    expect(formula).toBe("X*(sigmoid(X'*w) - y)")
    const X = x[0].map((_, row) => x.map(sample => sample[row]))
    const variables = { X: 'matrix(n,N)', y: 'vector(N)', w: 'vector(n)' }
    const again = await ask({ expression: formula, wrt: 'w', variables, values: { X, y, w }, proof: 'none' })
    for (const [i, [entry]] of again.value!.entries()) expect(entry).toBeCloseTo(derivative![i][0], 12)
  })

  test('each matrix has one name, which nothing else has, and is said where it comes first', async () => {
    const request = { expression: 'sum(i in 1..N, norm2(W*x[i] + b - t[i])^2)', wrt: ['W', 'b'], variables: data }
    const { steps, derivatives, where } = await ask({ ...request, steps: true, collect: true })
    expect(where!.map(({ text }) => text)).toEqual(['X1 = [x[1], ..., x[N]]', 'T = [t[1], ..., t[N]]'])
    expect(where!.map(({ latex }) => latex)).toContain('T = \\begin{bmatrix} t_{1} & \\cdots & t_{N} \\end{bmatrix}')
    expect(derivatives!.map(({ text }) => text.split('; ').at(-1))).toEqual([
      "2*X1*(W*X1 + b*ones(1,N) - T)'",
      "2*((W*X1 - T)*ones(N) + N*b)'",
    ])
    const saying = steps!.filter(({ where = [] }) => where.some(text => text.startsWith('X1 ')))
    expect(saying.map(({ identity }) => identity)).toEqual(['series-as-product'])
  })

  test.each(['norm2([x[1], ..., x[N]]*y)^2', "sum(i in 1..N, y[i]*x[i]'*[x[1], ..., x[N]]*y)"])(
    'no member of what stands together is derived by: %s',
    async expression => {
      for (const wrt of ['x', 'y']) {
        expect(await answer({ expression, wrt, variables: data }, { registry })).toMatchObject({
          ok: false,
          error: { code: 'unsupported' },
        })
      }
    },
  )

  test('powers by a matrix, as a sum of Kronecker products', async () => {
    const { text, conditions } = await ask({ expression: 'X^p', wrt: 'X', variables: data })
    expect(text).toBe("sum(i in 1..p, X'^(p - i) ⊗ X^(i - 1))")
    expect(conditions).toEqual(['p ≥ 0'])
  })

  test('a claim may speak of the member that the derivative is by', async () => {
    const request = {
      expression: 'sum(i in 1..N, norm2(x[i] - mu)^2)',
      wrt: 'x[j]',
      variables: data,
      layout: 'denominator',
    }
    expect(await answer({ ...request, claim: '2*(x[j] - mu)' }, { registry })).toMatchObject({
      ok: true,
      verdict: 'equal',
    })
    expect(await answer({ ...request, claim: '2*x[j]' }, { registry })).toMatchObject({ ok: true, verdict: 'wrong' })
  })

  test.each([
    ["sum(i in 1..N, x[i]'*mu)", 'x[n]', 'syntax'],
    ["sum(i in 1..N, x[i]'*mu)", 'x[a]', 'shape-mismatch'],
    ["sum(i in 1..N, x[i]'*mu)", 'mu[k]', 'shape-mismatch'],
  ])('%s by %s is %s', async (expression, wrt, code) => {
    expect(await answer({ expression, wrt, variables: data }, { registry })).toMatchObject({
      ok: false,
      error: { code },
    })
  })

  test('values of a family are the list of its members', async () => {
    const request = { expression: "sum(i in 1..N, x[i]'*w)", wrt: 'w', variables: data }
    const failing = async (given: object) => {
      const received = await answer({ ...request, values: { ...values, ...given } }, { registry })
      return received.ok ? undefined : received.error.message
    }
    expect(await failing({ x: 3 })).toContain('Expected x as the list of its members')
    expect(await failing({ x: [[1, 2], [1]] })).toContain('x[2]')
    expect(await failing({ y: [1, 2] })).toContain('y with 4 members')
  })
})

describe('conditions on the terms of a sum', () => {
  test.each([
    ['sum(i in 1..N, norm2(x[i] - m))', 'm', 'x[i] - m is nonzero for every i'],
    // The terms are long enough for lines of their own.
    ['sum(i in 1..N, log(norm2(tanh(W*x[i]) - y[i])))', 'W', 'tanh(W*x[i]) - y[i] is nonzero for every i'],
    ['log(sum(i in 1..N, norm2(x[i] - m)^2))', 'm', "sum(i in 1..N, (x[i] - m)'*(x[i] - m)) > 0"],
  ])('%s by %s: %s', async (expression, wrt, condition) => {
    const variables = { m: 'vector(n)', x: 'vector(n)[N]' }
    const { conditions } = await ask({ expression, wrt, ...(wrt === 'm' && { variables }) })
    expect(conditions).toEqual([condition])
  })
})
