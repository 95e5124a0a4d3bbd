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
const examples = join(import.meta.dirname, '../../../../docs/examples')

it('proves for as long as it is told to, and says what it left', async () => {
  const derive = ['derive', 'tr(A*X*B)', '--wrt', 'X']
  expect((await call(...derive, '--proof-time', '0')).out).toContain('? 6 not checked (out of time)')
  expect((await call(...derive, '--proof-time', '600')).out).toContain('✓ every step proved')
  expect(await call(...derive, '--proof-time', 'long')).toEqual({
    code: 2,
    out: '',
    err: 'matrix-derive: expected --proof-time to be a number of seconds, received "long"\n',
  })
})

describe('check', () => {
  const quadratic = ['check', "x'*A*x", '--wrt', 'x']

  it('says that an answer is right, and ends with 0', async () => {
    const { code, out, err } = await call(...quadratic, '--claim', "x'*A + x'*A'")
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(
      /^✓ equal: The claim is right in numerator layout\.\n\nclaim {5}x'\*A \+ x'\*A' {3}1×m\nexpected {2}/,
    )
  })

  it('says what a wrong one is, and ends with 1', async () => {
    expect(await call(...quadratic, '--claim', '2*A*x', '--layout', 'denominator')).toMatchObject({
      code: 1,
      out: expect.stringMatching(/^✗ conditional: The claim is right only if A is symmetric\.\n/),
    })
    expect(
      (await call(...quadratic, '--claim', '2*A*x', '--layout', 'denominator', '--given', 'A symmetric')).code,
    ).toBe(0)
  })

  it('is data where data was asked for', async () => {
    const { code, out } = await call(...quadratic, '--claim', 'A*x', '--format', 'json')
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({ ok: true, verdict: 'wrong', counterexample: { left: [[4]], right: [[8]] } })
  })

  it('takes many claims from a file', async () => {
    writeFileSync(join(cwd, 'claims.txt'), "x'*(A + A')\n\n2*x'*A\nx'*(\n")
    const { code, out, err } = await call(...quadratic, '--claim-file', 'claims.txt')
    expect(code).toBe(1)
    expect(out).toMatch(
      /^✓ equal {2}line 1: .*\n✗ conditional {2}line 3: .*\n {4}The claim is right only if A is symmetric\.\n$/,
    )
    expect(err).toMatch(/^line 4: error \(syntax\): In the claim: .*\n {4}x'\*\(\n/)
    const lines = (await call(...quadratic, '--claim-file', 'claims.txt', '--format', 'json')).out.trim().split('\n')
    expect(lines.map(line => JSON.parse(line))).toMatchObject([
      { line: 1, verdict: 'equal' },
      { line: 3, verdict: 'conditional' },
      { line: 4, ok: false, error: { code: 'syntax' } },
    ])
  })

  it('takes a derivation from a file, and says which line is wrong', async () => {
    writeFileSync(
      join(cwd, 'lines.txt'),
      "df = dx'*A*x + x'*A*dx\n\n  so, all in all\n  = 2*x'*A*dx # why not\ng = 2*x'*A\n",
    )
    const { code, out, err } = await call(...quadratic, '--working', 'lines.txt')
    expect({ code, err }).toEqual({ code: 1, err: '' })
    expect(out.split('\n').slice(0, 9)).toEqual([
      "✓ 1  df = dx'*A*x + x'*A*dx",
      '✗ 3    so, all in all',
      '       Expected an operator after "so", received ",".',
      "✗ 4    = 2*x'*A*dx # why not",
      '       The line is right only if A is symmetric.',
      "↳ 5  g = 2*x'*A",
      '       It follows from line 4.',
      '',
      'line 3 is the first that is wrong',
    ])
    const json = await call(...quadratic, '--working', 'lines.txt', '--given', 'A symmetric', '--format', 'json')
    expect(JSON.parse(json.out)).toMatchObject({ ok: true, firstWrong: 3, lines: [{}, {}, {}, {}] })
    const input = "f = x'*A*x\n∂f/∂x = x'*(A + A')\n"
    expect((await run([...quadratic, '--working', '-'], { cwd, input })).code).toBe(0)
  })

  it.each([
    ['no claim', quadratic, /expected --claim ANSWER, --claim-file FILE or --working FILE/],
    ['a claim and a derivation', [...quadratic, '--claim', 'x', '--working', 'lines.txt'], /one of them/],
    ['the second derivation', [...quadratic, '--order', '2', '--working', 'lines.txt'], /no --order with --working/],
    ['a structure', [...quadratic, '--structure', 'projected', '--working', 'lines.txt'], /no --structure/],
    ['two variables', [...quadratic, '--wrt', 'A', '--claim', 'x'], /one --wrt/],
    ['no such file', [...quadratic, '--claim-file', 'none.txt'], /none\.txt.*ENOENT/],
  ])('%s is wrong usage', async (_, args, message) => {
    expect(await call(...args)).toEqual({ code: 2, out: '', err: expect.stringMatching(message) })
  })

  it('is a request of a batch', async () => {
    const input = `{"id":1,"expression":"tr(A*X)","wrt":"X","claim":"A'"}\n`
    const { out } = await run(['batch', '-'], { cwd, input })
    expect(JSON.parse(out)).toMatchObject({
      id: 1,
      ok: true,
      verdict: 'other-layout',
      layouts: ['denominator', 'mixed'],
    })
  })
})

describe('audit', () => {
  it('of a consistent table ends with 0', async () => {
    const { code, out } = await call('audit', join(examples, 'page-a.jsonl'))
    expect(code).toBe(0)
    expect(out).toMatch(/^consistently denominator layout \(no row tells it from mixed\)\n/)
    expect(out).toMatch(/\n16 rows, 16 equal\n$/)
  })

  it('of a table with faults ends with 1 and says which', async () => {
    const { code, out } = await call('audit', join(examples, 'forty-formulas.jsonl'))
    expect(code).toBe(1)
    expect(out).toContain('break the layout: residual-row, log-determinant-numerator\n')
    expect(out).toMatch(/✗ half-squared-norm +scaled .*\n {4}The claim is 2 times the derivative\.\n/)
    expect(out).toMatch(/40 rows, 28 equal\n$/)
  })

  it('is data where data was asked for', async () => {
    const { code, out } = await call(
      'audit',
      join(examples, 'page-b.jsonl'),
      '--layout',
      'numerator',
      '--format',
      'json',
    )
    expect(code).toBe(1)
    const { layout, rows } = JSON.parse(out)
    expect(layout).toBe('numerator')
    expect(rows[1]).toMatchObject({ id: 'quadratic-form', verdict: 'other-layout', layouts: ['denominator', 'mixed'] })
  })

  it('names the line of what is no row', async () => {
    const { code, out } = await run(['audit', '-'], {
      cwd,
      input: '{"id":"a","expression":"x","wrt":"x","claim":"eye"}\nnot JSON\n',
    })
    expect(code).toBe(1)
    expect(out).toMatch(/✗ 2 {2}error \(value\): Expected a row as JSON, received "not" in column 1\./)
  })
})

describe('prove', () => {
  it('proves the statements of all identities', async () => {
    const { code, out } = await call('prove')
    expect(code).toBe(0)
    expect(out).toMatch(/^✓ {2}trace-cyclic 1\.0\.0 +2 +m=\d n=\d +\de-\d+ +\d+\.\d +tr\(A\*B\) = tr\(B\*A\)$/m)
    expect(out).toMatch(/\d+ identities, all true; \d+ ms\n$/)
  })

  it('proves the ones that are named, and knows no others', async () => {
    const all = JSON.parse((await call('prove', 'trace-cyclic', 'norm2-squared', '--format', 'json')).out)
    expect(all).toMatchObject([
      { name: 'trace-cyclic', statements: [{ verdict: 'proved' }] },
      { name: 'norm2-squared', statements: [{ verdict: 'agrees' }, { verdict: 'agrees' }, { verdict: 'agrees' }] },
    ])
    expect(await call('prove', 'trace-cylic')).toMatchObject({ code: 2, err: expect.stringContaining('trace-cyclic?') })
  })
})
