import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checksumOf } from '@matrix-derive/record'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run, setUp } from './command.ts'

let cwd: string

beforeAll(async () => {
  await setUp()
  cwd = mkdtempSync(join(tmpdir(), 'matrix-derive-record-'))
}, 60_000)

afterAll(() => rmSync(cwd, { recursive: true }))

const type = (...args: string[]) => run(args, { cwd, env: { XDG_CACHE_HOME: join(cwd, 'cache') } })

/** A plugin with the third power, entry by entry. */
function install(version: string, derivative: string): void {
  writeFileSync(
    join(cwd, 'cube.js'),
    `import { defineOperator } from '@matrix-derive/plugin'
     export default defineOperator(
       { name: '@me/operator-cube', version: '${version}', description: 'The third power.' },
       { summary: 'the third power', elementwise: { program: 'x^3', derivative: '${derivative}' } },
     )`,
  )
}

describe('a derivation that is saved', () => {
  it('is shown as ever, and replays the same', async () => {
    const plain = await type('derive', "x'*A*x", '--wrt', 'x', '--layout', 'denominator')
    const saved = await type('derive', "x'*A*x", '--wrt', 'x', '--layout', 'denominator', '--save', 'form.json')
    expect(saved).toEqual(plain)
    expect(JSON.parse(readFileSync(join(cwd, 'form.json'), 'utf8'))).toMatchObject({
      format: 'matrix-derive derivation',
      version: 2,
      request: { expression: "x'*A*x", wrt: ['x'], layout: 'denominator', order: 1 },
    })
    expect(await type('replay', 'form.json')).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringMatching(/^same: \d+ lines/),
    })
    const text = readFileSync(join(cwd, 'form.json'), 'utf8')
    expect(await run(['replay', '-'], { cwd, input: text })).toMatchObject({ code: 0 })
    expect(readdirSync(cwd).filter(file => file.startsWith('form'))).toEqual(['form.json'])
  })

  it('by hand is followed move by move, up to one that does not apply any more', async () => {
    await type('derive', 'tr(A*X*B)', '--wrt', 'X', '--save', 'hand.json')
    const { checksum: _, ...saved } = JSON.parse(readFileSync(join(cwd, 'hand.json'), 'utf8'))
    const at = (line: number) => ({ block: 0, line })
    const moves = [
      { kind: 'apply', at: at(0), path: [0], law: 'trace-cyclic@1.0.0', result: 'd(tr(B*A*X))', nth: 0 },
      { kind: 'apply', at: at(1), path: [], law: 'differential-det@1.0.0', result: 'det(B*A*X)', nth: 0 },
    ]
    const content = { ...saved, moves }
    writeFileSync(join(cwd, 'hand.json'), JSON.stringify({ ...content, checksum: await checksumOf(content) }))
    const { code, out, err } = await type('replay', 'hand.json')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('same result on another way')
    expect(out).toContain(
      'move 2 of 2 does not apply any more: differential-det@1.0.0 at line 2\n  it gave det(B*A*X)\n',
    )
    expect(out).toContain('from there on the strategy was followed')
    const { stopped } = JSON.parse((await type('replay', 'hand.json', '--format', 'json')).out)
    expect(stopped).toMatchObject({ move: 2, problem: { code: 'value' } })
  })

  it('leaves what was there where it cannot be written', async () => {
    mkdirSync(join(cwd, 'folder'), { recursive: true })
    const { code, err } = await type('derive', "a'*x", '--wrt', 'x', '--save', 'folder')
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('expected a file that can be written') })
    const gone = await type('derive', "a'*x", '--wrt', 'x', '--save', 'no/such/folder.json')
    expect(gone.code).toBe(2)
    expect(readdirSync(cwd).filter(file => file.startsWith('folder'))).toEqual(['folder'])
  })

  it('is not replayed when it was edited, cut or is something else', async () => {
    await type('derive', "x'*A*x", '--wrt', 'x', '--save', 'edited.json')
    const text = readFileSync(join(cwd, 'edited.json'), 'utf8')
    for (const [damaged, message] of [
      [text.replace("(A + A')", "(A - A')"), 'received one that was changed since'],
      [text.slice(0, 200), 'received one that ends in the middle'],
      ['{}', 'received other JSON'],
    ]) {
      writeFileSync(join(cwd, 'edited.json'), damaged)
      const { code, err, out } = await type('replay', 'edited.json')
      expect({ code, out }).toEqual({ code: 1, out: '' })
      expect(err).toContain('error (value)')
      expect(err).toContain(message)
    }
    expect((await type('replay', 'not-there.json')).code).toBe(2)
  })
})

describe('after a version of a plugin', () => {
  it('says what is different', async () => {
    writeFileSync(join(cwd, 'matrix-derive.config.json'), '{ "plugins": ["./cube.js"] }')
    install('1.0.0', '3*x^2')
    await type('derive', 'sum(cube(x))', '--wrt', 'x', '--save', 'cube.json')
    expect(await type('replay', 'cube.json')).toMatchObject({ code: 0, out: expect.stringContaining('same: ') })

    install('1.1.0', '3*x^2')
    const newer = await type('replay', 'cube.json')
    expect(newer).toMatchObject({ code: 0, err: '' })
    expect(newer.out).toContain('same result by other versions')
    expect(newer.out).toContain('operator-cube  1.0.0, now 1.1.0')

    install('2.0.0', '3*x^2*(sin(x)^2 + cos(x)^2)')
    const other = await type('replay', 'cube.json')
    expect(other.code).toBe(1)
    expect(other.out).toContain('different: the result is another one')
    expect(other.out).toMatch(/the first step that differs is step \d+:/)
    expect(other.out).toContain('recorded')
    const json = JSON.parse((await type('replay', 'cube.json', '--format', 'json')).out)
    expect(json).toMatchObject({ outcome: 'different', difference: { step: expect.any(Number) } })

    writeFileSync(join(cwd, 'matrix-derive.config.json'), '{}')
    const missing = await type('replay', 'cube.json')
    expect(missing.code).toBe(1)
    expect(missing.err).toContain('It was derived with operator-cube 1.0.0')
  }, 60_000)
})
