import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { createInterface } from 'node:readline'
import { beforeAll, expect, it } from 'vitest'
import { command, run, setUp } from './command.ts'

beforeAll(setUp)

async function answers(input: string): Promise<{ id?: unknown; ok: boolean; [key: string]: unknown }[]> {
  const { code, out, err } = await run(['batch', '-'], { cwd: tmpdir(), input })
  expect({ code, err }).toEqual({ code: 0, err: '' })
  return out
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))
}

it('answers in order, and one bad line stops nothing', async () => {
  const lines = [
    '{"id":"a","expression":"tr(A*X*B)","wrt":"X"}',
    '',
    'not JSON',
    '{"id":"b","expression":"x*","wrt":"x"}\r',
    '[]',
    '{"id":"c","expression":"x","wrt":"x","foo":1}',
    '{"id":"d","expression":"x\'*x","wrt":"x","steps":true}',
  ]
  expect(await answers(lines.join('\n'))).toMatchObject([
    { id: 'a', ok: true, text: 'B*A' },
    {
      line: 3,
      ok: false,
      error: { code: 'value', message: 'Expected a request as JSON, received "not" in column 1.' },
    },
    { id: 'b', ok: false, error: { code: 'syntax', span: { start: 1, end: 2 } } },
    { line: 5, ok: false, error: { code: 'value' } },
    { id: 'c', ok: false, error: { code: 'value', message: expect.stringContaining('"foo"') } },
    { id: 'd', ok: true, steps: expect.any(Array) },
  ])
})

it('ends a line only where a line ends', async () => {
  const received = await answers('{"id":"\u2028","expression":"x","wrt":"x"}\n{"id":"ü","expression":"x","wrt":"x"}')
  expect(received.map(({ id }) => id)).toEqual(['\u2028', 'ü'])
})

it('reads long lines and gives up on endless ones', async () => {
  const long = JSON.stringify({ id: 'x'.repeat(500_000), expression: 'x', wrt: 'x' })
  const endless = `{"id":2,"expression":"${'x'.repeat(9_000_000)}"}`
  expect(await answers(`${long}\n${endless}\n{"id":3,"expression":"x","wrt":"x"}`)).toMatchObject([
    { id: expect.stringMatching(/^x{500000}$/), ok: true },
    { line: 2, ok: false, error: { code: 'limit-exceeded' } },
    { id: 3, ok: true },
  ])
})

it('answers while the input is still open', async () => {
  const child = spawn(process.execPath, [command, 'batch', '-'])
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
  for (const id of [1, 2, 3]) {
    child.stdin.write(`{"id":${id},"expression":"x","wrt":"x"}\n`)
    expect(JSON.parse((await lines.next()).value)).toMatchObject({ id, ok: true })
  }
  child.stdin.end()
  expect(await once(child, 'exit')).toEqual([0, null])
})

it('waits for a slow reader and stops without a word when it leaves', async () => {
  const child = spawn(process.execPath, [command, 'batch', '-'])
  let err = ''
  child.stderr.setEncoding('utf8').on('data', data => {
    err += data
  })
  child.stdin.on('error', () => {})
  child.stdin.end('{"id":1,"expression":"x","wrt":"x"}\n'.repeat(20_000))
  await once(child.stdout, 'data')
  child.stdout.destroy()
  const [code] = await once(child, 'exit')
  expect({ code, err }).toEqual({ code: 0, err: '' })
})

it('collects samples where it is told to, but for claims', async () => {
  const asked = { expression: "sum(i in 1..N, y[i]*x[i]'*w)", wrt: 'w', variables: { y: 'scalar[N]' } }
  const lines = [asked, { ...asked, collect: false }, { ...asked, claim: "sum(i in 1..N, y[i]*x[i]')" }]
  const input = lines.map(line => JSON.stringify(line)).join('\n')
  const { out } = await run(['batch', '-', '--collect'], { cwd: tmpdir(), input })
  expect(
    out
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line)),
  ).toMatchObject([
    { text: "X = [x[1], ..., x[N]]; y'*X'" },
    { text: "sum(i in 1..N, y[i]*x[i]')" },
    { verdict: 'equal' },
  ])
})
