import { readFileSync } from 'node:fs'
import { type ForeignPlugin, registryFor } from '@matrix-derive/admission'
import { problemOf, type Registry } from '@matrix-derive/core'
import { defineIdentity, defineOperator } from '@matrix-derive/plugin'
import { type DerivationRequest, derivationFields, type Move, solve, successOf } from '@matrix-derive/request'
import { standardRegistry } from '@matrix-derive/standard'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  checksumOf,
  type DerivationRecord,
  oldVersions,
  readRecord,
  recordOf,
  recordText,
  replay,
  schema,
} from './index.ts'

async function recorded(request: DerivationRequest, registry: Registry = standardRegistry()) {
  const { solution, proof } = await solve(request, 'steps', { registry })
  return recordOf(request, solution, successOf(solution, { steps: true, ...(proof && { proof }) }))
}

/** The record as someone would leave it who knows how checksums are made. */
async function withSteps(record: DerivationRecord, steps: DerivationRecord['steps']): Promise<DerivationRecord> {
  const changed = { ...record, steps }
  return { ...changed, checksum: await checksumOf(changed) }
}

const registry = standardRegistry()

describe('a derivation file', () => {
  it.each<[string, DerivationRequest]>([
    ['of one variable', { expression: 'tr(A*X*B)', wrt: 'X' }],
    ['of several, with intermediates', { expression: 'y = tanh(W*x + b); norm2(y - t)^2', wrt: ['W', 'b'] }],
    ['of second order', { expression: "x'*A*x", wrt: 'x', order: 2, variables: { A: 'symmetric(n)', B: 'matrix(n)' } }],
    ['in another layout', { expression: 'A*X*B', wrt: 'X', layout: 'denominator' }],
    [
      'by a structured variable',
      { expression: 'tr(A*S)', wrt: 'S', variables: { S: 'symmetric(n)' }, structure: 'projected' },
    ],
    ['with its samples collected', { expression: "sum(i in 1..N, (y[i] - x[i]'*w)^2)", wrt: 'w', collect: true }],
    ['with conditions', { expression: 'log(det(X))', wrt: 'X', layout: 'gradient' }],
  ])('%s is read as it was written, and replays the same', async (_, request) => {
    const record = await recorded(request)
    const read = await readRecord(recordText(record))
    expect(read).toEqual(record)
    expect(await replay(read, { registry })).toMatchObject({ outcome: 'same', versions: [], warnings: [] })
  })

  it('has every part of a request that the result depends on', () => {
    const shown = new Set(['id', 'values', 'steps', 'proof'])
    const asked = Object.keys(derivationFields).filter(field => !shown.has(field))
    expect(Object.keys(schema.properties.request.properties).sort()).toEqual(asked.sort())
  })

  it('says what was found by proving, and what a step relied on where it did', async () => {
    const record = await recorded({ expression: 'log(det(X))', wrt: 'X' })
    expect(record.errorBound).toBeLessThan(1e-9)
    expect(record.derivatives).toMatchObject([{ verdict: 'proved' }])
    const conditions = record.steps.map(({ conditions }) => conditions)
    expect(conditions.flat()).toEqual(expect.arrayContaining([undefined, ...record.conditions]))
    expect(conditions).not.toContainEqual([])
    const { solution } = await solve({ expression: 'log(det(X))', wrt: 'X' }, 'none', { registry })
    const unproved = await recordOf({ expression: '', wrt: 'X' }, solution, successOf(solution, { steps: true }))
    expect(Object.keys(unproved)).not.toContain('errorBound')
    expect(Object.keys(unproved.derivatives[0])).not.toContain('verdict')
  })

  it('says which declarations it used, and no others', async () => {
    const variables = { A: 'symmetric(n)', B: 'matrix(n)' }
    const { request } = await recorded({ expression: "x'*A*x", wrt: 'x', variables })
    expect(request.variables).toEqual({ A: 'symmetric(n)' })
  })

  it('may be formatted anew', async () => {
    const record = await recorded({ expression: "a'*x", wrt: 'x' })
    const { checksum, ...rest } = record
    const other = JSON.stringify({ checksum, ...Object.fromEntries(Object.entries(rest).reverse()) })
    expect(await readRecord(`\uFEFF${other}`)).toEqual(record)
  })
})

describe('a file that is not as it was saved', () => {
  const text = recorded({ expression: "x'*A*x", wrt: 'x' }).then(recordText)

  it('is refused wherever it was cut or changed', async () => {
    const whole = await text
    const record = await readRecord(whole)
    const damage = fc.record({ at: fc.nat(whole.length - 1), length: fc.nat(3), by: fc.string({ maxLength: 3 }) })
    await fc.assert(
      fc.asyncProperty(damage, async ({ at, length, by }) => {
        const damaged = whole.slice(0, at) + by + whole.slice(at + length)
        const read = await readRecord(damaged).catch(problemOf)
        // Space between the parts of JSON says nothing, and a change of it is none.
        if ('checksum' in read!) expect(read).toEqual(record)
        else expect(read).toMatchObject({ code: 'value', message: expect.stringMatching(/^Expected .*received/) })
      }),
      { numRuns: 300 },
    )
  })

  it('is refused whatever is of another type', async () => {
    const record = JSON.parse(await text)
    const opening = { kind: 'apply', at: { block: 0, line: 1 }, path: [0], law: 'a@1', opens: 'b', result: 'c', nth: 0 }
    const whole = { ...record, moves: [opening, { kind: 'strategy', at: { block: 0, line: 1 }, lines: 1 }] }
    for (const path of leaves(whole)) {
      const damaged = JSON.stringify(replaced(whole, path, { of: 'no type' }))
      const problem = problemOf(await readRecord(damaged).catch(thrown => thrown))
      const place =
        path[0] === 'format' ? 'received other JSON' : path[0] === 'version' ? 'of version 1 to' : 'damaged at'
      expect(problem?.message, path.join('.')).toContain(place)
    }
  })

  it.each<[string, (text: string) => string, string]>([
    ['empty', () => '', 'Expected a derivation file, received text that is no JSON.'],
    ['cut off', whole => whole.slice(0, 300), 'Expected a derivation file, received one that ends in the middle.'],
    ['other JSON', () => '{ "format": "something else" }', 'received other JSON.'],
    ['a list', () => '[]', 'received other JSON.'],
    ['edited', whole => whole.replace('numerator', 'mixed'), 'received one that was changed since'],
    [
      'of the future',
      whole => whole.replace('"version": 2,', '"version": 7,'),
      'Expected a derivation file of version 2 or older, received version 7.',
    ],
    ['of no version', whole => whole.replace('"version": 2,', '"version": "x",'), 'received "x".'],
    [
      'of another form',
      whole => whole.replace('"wrt": "x"', '"wrt": 7'),
      'received one that is damaged at derivatives.0.wrt',
    ],
    ['without a part', whole => whole.replace('"assumptions"', '"other"'), 'received one that is damaged'],
  ])('%s is explained', async (_, damage, message) => {
    const problem = problemOf(await readRecord(damage(await text)).catch(thrown => thrown))
    expect(problem?.code).toBe('value')
    expect(problem?.message).toContain(message)
  })
})

/** The ways to everything in some data that has no parts. */
function leaves(data: unknown): string[][] {
  if (typeof data !== 'object' || data === null) return [[]]
  return Object.entries(data).flatMap(([key, value]) => leaves(value).map(path => [key, ...path]))
}

/** The data with something else in one place. */
function replaced(data: object, [key, ...path]: readonly string[], by: unknown): object {
  const copy = Array.isArray(data) ? [...data] : { ...data }
  const below = Reflect.get(copy, key)
  Reflect.set(copy, key, path.length === 0 ? by : replaced(below, path, by))
  return copy
}

describe('files of old versions', () => {
  const old = readFileSync(new URL('./testing/version-1.json', import.meta.url), 'utf8')

  it('are read and replayed', async () => {
    const record = await readRecord(old)
    const { outcome } = await replay(record, { registry })
    expect(['same', 'same result']).toContain(outcome)
  })

  it('are led on from version to version, each checked against its own schema', async () => {
    const third = { type: 'object', required: ['title'] }
    const versions = {
      current: 3,
      schema: third,
      old: {
        1: oldVersions[1],
        2: { schema, migrate: (data: object) => ({ ...data, version: 3, title: 'untitled' }) },
      },
    }
    const { checksum: _, ...read } = await readRecord(old, versions)
    expect(read).toMatchObject({ version: 3, title: 'untitled', request: { wrt: ['W', 'x'] } })
    const problem = problemOf(
      await readRecord(old.replace('"order": 1', '"order": 0'), versions).catch(thrown => thrown),
    )
    expect(problem?.message).toContain('damaged at request.order')
  })

  it('all lead on to the current one', () => {
    const { version } = schema.properties
    expect(Object.keys(oldVersions).map(Number)).toEqual(Array.from({ length: version.const - 1 }, (_, i) => i + 1))
  })
})

const manifest = (name: string, version: string) => ({ name: `@acme/${name}`, version, description: 'It is so.' })

/** Quadratic forms turn round, in two versions that say the same. */
const law = (version: string) =>
  defineIdentity(manifest('kron-of-scalars', version), {
    phase: 'simplify',
    statement: 'tr(A)*tr(B) -> tr(A ⊗ B)',
    where: { A: 'matrix(m)', B: 'matrix(n)' },
    title: `trace of ⊗, ${version}`,
    source: 'Magnus and Neudecker, Matrix Differential Calculus, section 2.2',
  })

const cube = (version: string, derivative = '3*x^2') =>
  defineOperator(manifest('operator-cube', version), {
    summary: 'the third power',
    elementwise: { program: 'x^3', derivative },
  })

const using = (...exported: unknown[]): Registry => {
  const plugins: ForeignPlugin[] = exported.map((one, i) => ({ name: `./${i}.js`, exported: one, proved: true }))
  return registryFor({ plugins }).registry
}

describe('replaying', () => {
  const asked: DerivationRequest = { expression: 'sum(cube(x))', wrt: 'x' }

  it('uses the recorded version where it is installed side by side with another', async () => {
    const record = await recorded(asked, using(cube('1.0.0')))
    expect(record.identities).toMatchObject({ 'operator-cube': '1.0.0' })
    const both = using(cube('1.0.0'), cube('2.0.0'))
    expect(await replay(record, { registry: both })).toMatchObject({ outcome: 'same', versions: [] })
    expect(both.operator('cube')?.origin?.version).toBe('2.0.0')
  })

  it('says by which other versions the result is the same', async () => {
    const record = await recorded(asked, using(cube('1.0.0')))
    const { outcome, versions, difference } = await replay(record, { registry: using(cube('2.0.0'), law('1.0.0')) })
    expect(outcome).toBe('same result')
    expect(versions).toEqual([{ name: 'operator-cube', recorded: '1.0.0', now: '2.0.0' }])
    expect(difference).toBeUndefined()
  })

  it('shows the first step that differs where the result is another one', async () => {
    const record = await recorded(asked, using(cube('1.0.0')))
    // The same function, and its derivative written differently.
    const other = using(cube('2.0.0', '3*relu(x)^2 + 3*relu(-x)^2'))
    const { outcome, versions, difference, now } = await replay(record, { registry: other })
    expect(outcome).toBe('different')
    expect(versions).toContainEqual({ name: 'operator-cube', recorded: '1.0.0', now: '2.0.0' })
    expect(difference?.recorded).toEqual(record.steps[difference!.step - 1])
    expect(difference?.now).toEqual(now.steps[difference!.step - 1])
    expect(difference?.now?.line).not.toBe(difference?.recorded?.line)
  })

  it('says where another way leads to the same result', async () => {
    const whole = await recorded(asked, using(cube('1.0.0')))
    const record = await withSteps(whole, whole.steps.toSpliced(1, 1))
    const { outcome, difference, versions } = await replay(record, { registry: using(cube('1.0.0')) })
    expect({ outcome, versions, step: difference?.step }).toEqual({ outcome: 'same result', versions: [], step: 2 })
  })

  it('says which plugin is missing', async () => {
    const record = await recorded(asked, using(cube('1.0.0')))
    const problem = problemOf(await replay(record, { registry }).catch(thrown => thrown))
    expect(problem?.code).toBe('unknown-function')
    expect(problem?.suggestion).toContain('operator-cube 1.0.0')
  })
})

describe('a derivation by hand', () => {
  const request: DerivationRequest = { expression: 'tr(A*X*B)', wrt: ['X'] }
  const at = (line: number, block = 0) => ({ block, line })
  /** Another way than the strategy's: the product turns before its differential is taken. */
  const moves: readonly Move[] = [
    { kind: 'apply', at: at(0), path: [0], law: 'trace-cyclic@1.0.0', result: 'd(tr(B*A*X))', nth: 0 },
    { kind: 'apply', at: at(1), path: [], law: 'differential-trace@1.0.0', result: 'tr(d(B*A*X))', nth: 0 },
    { kind: 'apply', at: at(2), path: [0], law: 'differential-affine@1.0.0', result: 'tr(B*A*d(X))', nth: 0 },
    { kind: 'strategy', at: at(3) },
  ]

  async function recordedByHand(made: readonly Move[]): Promise<DerivationRecord> {
    const whole = await recorded(request)
    const { checksum: _, ...content } = { ...whole, moves: made }
    const first = { ...content, checksum: await checksumOf(content) }
    const { now } = await replay(first, { registry })
    const changed = { ...first, steps: now.steps, identities: now.identities }
    return { ...changed, checksum: await checksumOf(changed) }
  }

  it('is replayed move by move, not as the strategy would have it', async () => {
    const record = await readRecord(recordText(await recordedByHand(moves)))
    expect(record.moves).toEqual(moves)
    expect(record.steps.map(({ line }) => line)).toEqual([
      'd(tr(A*X*B))',
      'd(tr(B*A*X))',
      'tr(d(B*A*X))',
      'tr(B*A*d(X))',
      'B*A',
    ])
    expect(record.steps.every(({ verdict }) => verdict === 'proved')).toBe(true)
    expect(await replay(record, { registry })).toMatchObject({ outcome: 'same', versions: [] })
    const { moves: _, ...byStrategy } = record
    expect(await replay(byStrategy, { registry })).toMatchObject({ outcome: 'same result', difference: { step: 2 } })
  })

  it.each<[string, Move, number]>([
    ['no identity of that name', { ...(moves[1] as Move & { kind: 'apply' }), law: 'differential-tracing@1.0.0' }, 2],
    ['an identity that does not apply there', { ...(moves[1] as Move & { kind: 'apply' }), path: [0] }, 2],
    ['a place that is not there', { ...(moves[2] as Move & { kind: 'apply' }), path: [0, 9] }, 3],
    ['a line that is not there', { ...(moves[2] as Move & { kind: 'apply' }), at: at(7) }, 3],
  ])('says which move does not apply any more: %s', async (_, wrong, number) => {
    const record = await recordedByHand(moves)
    const { outcome, stopped, now } = await replay({ ...record, moves: moves.with(number - 1, wrong) }, { registry })
    expect(stopped).toMatchObject({ move: number, recorded: wrong, problem: { code: 'value' } })
    expect(outcome).toBe('same result')
    // As far as the moves go they are followed, and the strategy finds an end.
    expect(now.steps.slice(0, number)).toEqual(record.steps.slice(0, number))
    expect(now.derivatives).toEqual(record.derivatives)
  })

  it('has no moves but such that can be', async () => {
    const text = recordText(await recordedByHand(moves))
    const problem = problemOf(await readRecord(text.replace('"strategy"', '"magic"')).catch(thrown => thrown))
    expect(problem?.message).toContain('received one that is damaged at moves.3')
  })
})
