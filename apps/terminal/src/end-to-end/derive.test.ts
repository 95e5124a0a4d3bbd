import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Ended, run, setUp } from './command.ts'

let cwd: string

beforeAll(async () => {
  await setUp()
  cwd = mkdtempSync(join(tmpdir(), 'matrix-derive-'))
})

afterAll(() => rmSync(cwd, { recursive: true }))

const call = (...args: string[]): Promise<Ended> => run(args, { cwd })

async function output(...args: string[]): Promise<string> {
  const { code, out, err } = await call(...args)
  expect({ code, err }).toEqual({ code: 0, err: '' })
  return out
}

describe('derive', () => {
  it('shows the argument, aligned, and the result with its layout and shape', async () => {
    expect(await output('derive', 'tr(A*X*B)', '--wrt', 'X')).toBe(
      `f(X) = tr(A*X*B)      A: matrix(m,n), X: matrix(n,p), B: matrix(p,m)   (inferred)

df = d(tr(A*X*B))
   = tr(d(A*X*B))  ✓ differential-trace 1.0.0         trace and differential commute (17)
   = tr(A*d(X)*B)  ✓ differential-affine 1.0.0        constants come out (12)
   = tr(B*A*d(X))  ✓ trace-cyclic 1.0.0               factors turn under a trace [1]

∂f/∂X = B*A        ✓ identify-scalar-by-matrix 1.0.0  read off dy = tr(G*dX) (3)
numerator layout, p×n

✓ every step proved, error below 1e-28
(n) Matrix calculus via differentials
[1] Matrix Cookbook (2012), eq. 14 and 16
`,
    )
  })

  it('shows the result alone', async () => {
    expect(
      await output('derive', "x'*A*x", '--wrt', 'x', '--var', 'A: symmetric(n)', '--layout=gradient', '--no-steps'),
    ).toBe(`f(x) = x'*A*x      A: symmetric(n); x: vector(n)   (inferred)

∂f/∂x = 2*A*x
denominator layout, n×1

✓ every step proved, error below 1e-13
`)
  })

  it('gives one derivative for each variable, named or listed', async () => {
    const listed = await output('derive', 'tr(A*X*B)', '--wrt', 'A,X')
    expect(listed).toBe(await output('derive', 'tr(A*X*B)', '--wrt', 'A', '--wrt', 'X'))
    expect(listed.match(/^df /gm)).toHaveLength(1)
    expect(listed.match(/^∂f\/∂\w /gm)).toEqual(['∂f/∂A ', '∂f/∂X '])
  })

  it('derives twice', async () => {
    const out = await output('derive', "x'*A*x", '--wrt', 'x', '--order', '2')
    expect(out).toMatch(/∂²f\/∂x∂x' = (A \+ A'|A' \+ A) /)
    expect(out).toContain('d∇f = ')
    expect(out).toContain('m×m in every layout')
  })

  it('derives twice by each pair of variables, and more often by one', async () => {
    const out = await output('derive', "x'*A*y", '--wrt', 'x,y', '--order', '2', '--no-steps')
    expect(out).toMatch(/^f\(x, y\) = /)
    expect(out).toContain("∂²f/∂x∂y' = A\nm×n in every layout")
    expect(
      await output('derive', 'sin(t)*A', '--wrt', 't', '--order=3', '--no-steps', '--layout', 'gradient'),
    ).toContain("∂³f/∂t³ = -cos(t)*A'\ndenominator layout, n×m")
    for (const format of ['latex', 'markdown']) {
      expect(await output('derive', "x'*A*y", '--wrt', 'x,y', '--order', '2', '--format', format)).toContain(
        '\\frac{\\partial^{2}f}{\\partial x\\partial y^{\\top}} ',
      )
    }
    expect(await call('derive', 't^2', '--wrt', 't', '--order', 'two')).toEqual({
      code: 2,
      out: '',
      err: 'matrix-derive: expected --order N, a whole number from 1, received "two"\n',
    })
    expect((await call('derive', 't^2', '--wrt', 't', '--order', '20')).err).toContain('error (limit-exceeded)')
  })

  it('gives a derivative that stacks entries as a linear map too, in every format', async () => {
    const as = (format: string) => output('derive', 'X*A*X', '--wrt', 'X', '--no-steps', '--format', format)
    expect(await as('text')).toContain('\nas a linear map: d(X) ↦ d(X)*A*X + X*A*d(X)\n')
    expect(await as('unicode')).toContain('\nas a linear map: dX ↦ dX·A·X + X·A·dX\n')
    expect(await as('latex')).toContain('\\mathrm{d}X &\\mapsto ')
    expect(await as('markdown')).toContain('as a linear map: $\\mathrm{d}X \\mapsto ')
    expect(JSON.parse(await as('json'))).toMatchObject({ linearMap: { text: 'd(X)*A*X + X*A*d(X)' } })
    expect(await output('derive', 'tr(A*X)', '--wrt', 'X')).not.toContain('linear map')
  })

  it('takes account of the structure of a variable as asked, in every format', async () => {
    const args = ['derive', 'tr(A*X)', '--wrt', 'X', '--var', 'X: symmetric(n)']
    const plain = await output(...args)
    expect(plain).toContain('\nnote: X is symmetric; its structure was ignored')
    expect(await output(...args, '--structure', 'projected')).toMatch(
      /= 1\/2\*\(A \+ A'\)\s+✓ structure-projected-symmetric 1\.0\.0/,
    )
    for (const format of ['text', 'unicode', 'latex', 'markdown', 'json']) {
      const out = await output(...args, '--structure', 'independent', '--format', format)
      expect(out).toContain('X is symmetric; this is the derivative by the entries on and below its diagonal')
    }
    expect(await call(...args, '--structure', 'symmetric')).toMatchObject({ code: 2 })
    const check = ['check', 'tr(A*X)', '--wrt', 'X', '--var', 'X: symmetric(n)', '--structure', 'projected']
    expect((await call(...check, '--claim', "(A + A')/2")).code).toBe(0)
    expect((await call(...check, '--claim', 'A')).out).toContain('the gradient projected to the structure of X')
  })

  it('writes sums over samples with the matrix of all of them, in every format', async () => {
    const args = ['derive', "sum(i in 1..N, (y[i] - x[i]'*w)^2)", '--wrt', 'w', '--layout', 'denominator', '--collect']
    const out = await output(...args)
    expect(out).toMatch(/= 2\*X\*\(X'\*w - y\) +✓ series-as-product 1\.0\.0/)
    expect(out).toContain('with X = [x[1], ..., x[N]]\n')
    const as = (format: string) => output(...args, '--no-steps', '--format', format)
    expect(await as('unicode')).toContain('∂f/∂w = 2X·(Xᵀw - y)\n  with X = [x₁, …, x[N]]\n')
    expect(await as('latex')).toContain('X &= \\begin{bmatrix} x_{1} & \\cdots & x_{N} \\end{bmatrix}')
    expect(await as('markdown')).toContain('\\begin{bmatrix} x_{1} & \\cdots & x_{N} \\end{bmatrix}')
    const { text } = JSON.parse(await as('json'))
    expect(text).toBe("X = [x[1], ..., x[N]]; 2*X*(X'*w - y)")
    const claim = ['check', ...args.slice(1, 6), '--claim', text]
    expect(await output(...claim)).toContain('equal')
    const formula = ['evaluate', "2*X*(X'*w - y)", '--wrt', 'w', '--var', 'X: matrix(n,N)', '--var', 'y: vector(N)']
    const [x, y, w] = [
      [
        [1, 2],
        [0, 1],
        [3, -1],
      ],
      [1, 0, 1],
      [0.5, -1],
    ]
    writeFileSync(join(cwd, 'samples.json'), JSON.stringify({ x, y, w }))
    writeFileSync(
      join(cwd, 'matrices.json'),
      JSON.stringify({
        X: [
          [1, 0, 3],
          [2, 1, -1],
        ],
        y,
        w,
      }),
    )
    const sum = await output('evaluate', ...args.slice(1), '--format', 'json', '--values', 'samples.json')
    const product = await output(...formula, '--format', 'json', '--values', 'matrices.json')
    expect(JSON.parse(product).value).toEqual(JSON.parse(sum).derivative)
    expect(await call(...claim, '--collect')).toMatchObject({ code: 2 })
  })

  it('takes expressions with a dash in front, also after --', async () => {
    const plain = await output('derive', "-x'*x", '--wrt', 'x', '--no-steps')
    expect(plain).toContain("∂f/∂x = -2*x'")
    expect(await output('derive', '--wrt', 'x', '--no-steps', '--', "-x'*x")).toBe(plain)
    expect(await output('derive', '-x', '--wrt', 'x', '--no-steps')).toContain('∂f/∂x = -eye(m)')
  })

  it('reads an expression of several lines from standard input', async () => {
    const { code, out } = await run(['derive', '-', '--wrt', 'x'], { cwd, input: "y = A*x\ny'*y\n" })
    expect(code).toBe(0)
    expect(out).toMatch(/^y = A\*x\nf\(x\) = y'\*y/)
  })

  it('writes the answer as JSON, with steps', async () => {
    const answer = JSON.parse(await output('derive', 'tr(A*X*B)', '--wrt', 'X', '--format', 'json'))
    expect(answer).toMatchObject({ ok: true, text: 'B*A', shape: ['p', 'n'], layout: 'numerator' })
    expect(answer.steps).toHaveLength(5)
    expect(answer).toMatchObject({ verdict: 'proved', steps: Array(5).fill({ verdict: 'proved' }) })
    expect(answer.errorBound).toBeLessThan(1e-12)
  })

  it('writes Unicode, LaTeX and Markdown', async () => {
    const as = (format: string) => output('derive', "b'*X'*X*b", '--wrt', 'X', '--format', format)
    expect(await as('unicode')).toContain('bᵀXᵀ')
    const latex = await as('latex')
    expect(latex.match(/\\begin\{align\*\}/g)?.length).toBe(latex.match(/\\end\{align\*\}/g)?.length)
    expect(latex).toContain('\\text{')
    expect(latex).not.toMatch(/[^ -~\n]/)
    expect(await as('markdown')).toMatch(/^\| .*\$= .*\$ \| `[\w-]+ 1\.0\.0` \|/m)
  })

  it('proves as much as it is told to', async () => {
    const closing = async (...args: string[]) =>
      (await output('derive', 'tr(A*X)', '--wrt', 'X', ...args)).match(/^[✓≈?] .*/m)?.[0]
    expect(await closing('--proof', 'none')).toBeUndefined()
    expect(await closing('--proof', 'result')).toMatch(/^✓ the result proved, error below 1e-\d+$/)
    const numeric = await output('derive', 'tr(expm(X))', '--wrt', 'X')
    expect(numeric).toContain('≈ differential-trace-expm')
    expect(numeric).toMatch(/^✓ 1 proved; ≈ 3 agree numerically$/m)
  })

  it('has no colour in a pipe', async () => {
    expect(await output('derive', "x'*x", '--wrt', 'x')).not.toContain('\u001b')
  })

  it('lists conditions and other readings', async () => {
    expect(await output('derive', 'log(det(X))', '--wrt', 'X')).toContain('provided that det(X) > 0, X is invertible')
    expect(await output('derive', 'x*y', '--wrt', 'x')).toContain('note: ')
  })
})

describe('a program that cannot be derived', () => {
  it('is shown with a mark below what is to blame', async () => {
    expect(await call('derive', 'y = A*x;\nnrom2(y)^2', '--wrt', 'x')).toEqual({
      code: 1,
      out: '',
      err: expect.stringMatching(
        /^error \(unknown-function\): .*\n {4}nrom2\(y\)\^2\n {4}\^{5}\n {2}Did you mean "norm2"/,
      ),
    })
  })

  it('is data where data was asked for', async () => {
    const { code, out, err } = await call('derive', 'A*x +', '--wrt', 'x', '--format', 'json')
    expect({ code, err }).toEqual({ code: 1, err: '' })
    expect(JSON.parse(out)).toMatchObject({ ok: false, error: { code: 'syntax', span: { start: 4, end: 5 } } })
  })

  it.each([['('.repeat(5000)], ["x'*".repeat(100_000)], ['\u0000'], ['x;;y'], ['‖x'], ['🙂'], ['']])(
    'never ends in a stack trace (%#)',
    async expression => {
      const { code, err } = await run(['derive', '-', '--wrt', 'x'], { cwd, input: expression })
      expect(code).toBe(1)
      expect(err).toMatch(/^error \([a-z-]+\): /)
      expect(err).not.toMatch(/defect|^\s+at /m)
    },
  )
})

describe('evaluate', () => {
  it('adds the numbers of the expression and of the derivative', async () => {
    writeFileSync(join(cwd, 'values.json'), '{ "x": [1, 2], "A": [[1, 2], [3, 4]] }')
    const args = ['evaluate', "x'*A*x", '--wrt', 'x', '--values', 'values.json', '--no-steps']
    expect(await output(...args)).toMatch(/\n\nf = 27\n∂f\/∂x =\n {2}12 {2}21\n\n✓ .*\n$/)
    expect(JSON.parse(await output(...args, '--format', 'json'))).toMatchObject({
      value: [[27]],
      derivative: [[12, 21]],
    })
  })

  it('tells what is wrong with the values', async () => {
    writeFileSync(join(cwd, 'broken.json'), '{ "x": [1, }')
    const { code, err } = await call('evaluate', "x'*x", '--wrt', 'x', '--values', 'broken.json')
    expect({ code, err }).toEqual({
      code: 1,
      err: 'error (value): broken.json:1:12: Expected JSON, received "}".\n',
    })
    expect((await call('evaluate', "x'*x", '--wrt', 'x', '--values', 'none.json')).code).toBe(2)
    expect((await call('evaluate', "x'*x", '--wrt', 'x')).code).toBe(2)
  })
})

describe('a project', () => {
  it('settles layout and declarations, and flags win', async () => {
    const project = mkdtempSync(join(cwd, 'project-'))
    writeFileSync(
      join(project, 'matrix-derive.config.json'),
      '{ "layout": "denominator", "variables": { "A": "symmetric(n)" } }',
    )
    const args = ['derive', "x'*A*x", '--wrt', 'x', '--no-steps']
    expect((await run(args, { cwd: project })).out).toContain('∂f/∂x = 2*A*x\ndenominator layout')
    const flags = ['--layout', 'numerator', '--var', 'A: matrix(n)']
    expect((await run([...args, ...flags], { cwd: project })).out).toMatch(/\((A \+ A'|A' \+ A)\)\nnumerator layout/)

    const settings = '{ "structure": "independent", "variables": { "X": "symmetric(n)" } }'
    writeFileSync(join(project, 'matrix-derive.config.json'), settings)
    const byX = ['derive', 'tr(A*X)', '--wrt', 'X', '--no-steps']
    expect((await run(byX, { cwd: project })).out).toContain("∂f/∂X = A + A' - diag(diag(A))")
    expect((await run([...byX, '--structure', 'ignore'], { cwd: project })).out).toContain('∂f/∂X = A\n')

    writeFileSync(join(project, 'matrix-derive.config.json'), '{ "collect": true }')
    const byB = ['sum(i in 1..N, norm2(x[i] - b)^2)', '--wrt', 'b']
    expect((await run(['derive', ...byB, '--no-steps'], { cwd: project })).out).toContain('X*ones(N)')
    expect((await run(['check', ...byB, '--claim', "2*(N*b - sum(i in 1..N, x[i]))'"], { cwd: project })).code).toBe(0)

    writeFileSync(join(project, 'matrix-derive.config.json'), '{ "layuot": "mixed" }')
    const { code, err } = await run(args, { cwd: project })
    expect(code).toBe(1)
    expect(err).toMatch(/^error \(config\): .*matrix-derive\.config\.json: layuot: Expected no such key\./)
  })
})
