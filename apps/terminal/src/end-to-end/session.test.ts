import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { run, setUp } from './command.ts'
import { hasTmux, openPane, type Pane, type PaneOptions } from './pane.ts'

// The real program in a real pseudo-terminal, driven by keys alone.

let folder: string
let panes: Pane[]

beforeAll(setUp)
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'matrix-derive-'))
  panes = []
})
afterEach(() => {
  for (const pane of panes) pane.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

// biome-ignore lint/suspicious/noControlCharactersInRegex: a colour is a control sequence
const colour = /\x1b\[[\d;]*(3[0-7]|9[0-7]|4[0-7])m/

/** What is found in something, once it is there. */
async function once<T, U>(look: () => T, find: (seen: T) => U | undefined): Promise<U> {
  for (const end = performance.now() + 10_000; performance.now() < end; ) {
    const found = find(look())
    if (found !== undefined) return found
    await new Promise(settle => setTimeout(settle, 20))
  }
  throw new Error('Expected something that never came.')
}

const state = () => join(folder, 'state')

function open(options: Partial<PaneOptions> = {}): Pane {
  const pane = openPane({ cwd: folder, args: ['--state', state()], ...options })
  panes.push(pane)
  return pane
}

if (!hasTmux) console.warn('tmux is missing: the session is not tested in a pseudo-terminal (apt-get install tmux)')

describe.skipIf(!hasTmux)('a session in a terminal', () => {
  test('from a mistake to an answer, through a crash, and back to the work', async () => {
    const pane = open()
    await pane.shows('what is to be derived?')
    pane.type('tr(A*X*B) + sinn(tr(X))')
    await pane.shows('Did you mean "sin"?')
    pane.press('C-f')
    await pane.shows('A: matrix(m,n)   X: matrix(n,n)   B: matrix(n,m)')
    pane.press('Enter')
    await pane.shows('∂f/∂X = BA + cos(tr(X))·I')
    await pane.shows(/\d+ checked/)

    pane.press('g', 'j', 'Enter')
    const unfolded = await pane.shows('✓ proved exactly')
    expect(unfolded).toContain('differential-sum@1.0.0: the differential of a sum, term by term')
    pane.press('Enter', 'k')

    // By hand, from the first line on: the sum, then the trace.
    pane.press('Right')
    await pane.shows('ways on from')
    await pane.shows(/❯ differential-sum@1\.0\.0/)
    pane.press('Enter')
    await pane.shows('branch 2/2')
    pane.press('Down')
    await pane.shows(/❯ differential-trace@1\.0\.0/)
    pane.press('Enter')
    const byHand = await pane.shows('tr(d(AXB)) + d(sin(tr(X)))')
    expect(byHand).not.toContain('∂f/∂X')
    pane.press('u')
    await pane.shows(/❯ +(df)? += d\(tr\(AXB\)\) \+ d\(sin/)
    pane.press('f')
    await pane.shows('∂f/∂X = BA + cos(tr(X))·I')

    pane.press('Escape', 'l')
    await pane.shows('denominator layout, n×n')
    await pane.shows('layout-denominator@1.0.0')

    pane.press('c')
    pane.type("A'*B' - sin(tr(X))*eye")
    pane.press('Enter')
    await pane.shows('✗ wrong')
    pane.press('Escape', 'c')
    pane.type("cos(tr(X))*eye + A'*B'")
    pane.press('Enter')
    await pane.shows('✓ equal')

    pane.press('Escape', 'e')
    await pane.shows('export: to a file')
    pane.type('answer.tex')
    pane.press('Enter')
    await pane.shows('written to')
    expect(readFileSync(join(folder, 'answer.tex'), 'utf8')).toContain('\\begin{align*}')
    pane.press('Escape')

    process.kill(pane.pid(), 'SIGKILL')
    await pane.shows(/Killed|left with 137/)
    const again = open()
    const found = await again.shows('branch 2/2')
    expect(found).toContain('denominator layout, n×n')
    again.press('u', 'u')
    await again.shows('numerator')
    again.press('q')
    await again.shows('left with 0')
  }, 120_000)

  test('what is typed is kept, key by key', async () => {
    const pane = open()
    await pane.shows('what is to be derived?')
    pane.type('tr(A*X')
    await pane.shows('❯ program  tr(A*X')
    await pane.shows('Expected')
    process.kill(pane.pid(), 'SIGKILL')
    const again = open()
    await again.shows('❯ program  tr(A*X')
  }, 60_000)

  test.each(['q', 'C-c'])(
    '%s leaves the terminal as it was',
    async key => {
      const pane = open()
      await pane.shows('what is to be derived?')
      pane.type('tr(X)')
      await pane.shows('X: matrix(m,m)')
      pane.press('Enter')
      await pane.shows('∂f/∂X')
      pane.press(key)
      const left = await pane.shows('left with 0')
      expect(left).not.toContain('∂f/∂X')
      pane.type('echo still here')
      pane.press('Enter')
      await pane.shows(/^still here$/m)
    },
    60_000,
  )

  test('a damaged file is set aside with a message', async () => {
    const first = open()
    await first.shows('what is to be derived?')
    first.type('x')
    await first.shows('❯ program  x')
    first.press('C-c')
    await first.shows('left with 0')
    writeFileSync(join(state(), 'session.json'), '{"format": "matrix-derive ses')
    const pane = open()
    await pane.shows('was damaged')
    expect(readdirSync(state()).some(name => name.startsWith('session.json.damaged-'))).toBe(true)
  }, 60_000)

  test('the window may change its size while one works', async () => {
    const pane = open()
    await pane.shows('what is to be derived?')
    pane.type('norm2(W*x + b)^2')
    await pane.shows('W: matrix(m,n)')
    pane.press('Enter')
    await pane.shows('∂f/∂')
    for (const [columns, rows] of [
      [140, 40],
      [60, 16],
      [80, 24],
    ] as const) {
      pane.resize(columns, rows)
      await pane.shows(/keys|lines?/)
      await new Promise(resolve => setTimeout(resolve, 300))
      const lines = pane.screen().split('\n')
      expect(lines.length).toBeLessThanOrEqual(rows)
      expect(lines.every(line => line.length <= columns)).toBe(true)
      expect(lines.filter(line => line.includes('matrix-derive'))).toHaveLength(1)
    }
  }, 60_000)

  test('with 16 colours: numbers from files, the clipboard, keys that mean nothing', async () => {
    const pane = open({ env: { TERM: 'xterm-16color' } })
    await pane.shows('what is to be derived?')
    pane.type('tr(A*X*B)')
    await pane.shows('A: matrix(m,n)')
    pane.press('Enter')
    await pane.shows('numerator  5 checked')
    // Of the sixteen, none by number or by its parts.
    expect(pane.screen(true)).toMatch(colour)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a colour is a control sequence
    expect(pane.screen(true)).not.toMatch(/\x1b\[[\d;]*[34]8[;:][25]/)

    writeFileSync(join(folder, 'values.json'), '{ "A": [[1,2],[3,4]], "X": [[1,0],[0,1]], "B": [[1,1],[0,1]] }')
    writeFileSync(join(folder, 'cut.json'), '{ "A": [[1,2],')
    writeFileSync(join(folder, 'ragged.json'), '{ "A": [[1,2],[3]], "X": [[1,0],[0,1]], "B": [[1,1],[0,1]] }')
    pane.press('n')
    for (const [file, said] of [
      ['missing.json', /missing.json".*\(ENOENT\).*It\s+holds numbers by name/s],
      ['cut.json', /cut.json".*\(it\s+is no JSON\)/s],
      ['ragged.json', 'Expected A with 2 entries in every row, received 1 in row 2.'],
    ] as const) {
      // What was typed stays, to be mended.
      pane.press('C-u')
      pane.type(file)
      pane.press('Enter')
      await pane.shows(said)
      expect(pane.screen()).toContain(`❯ file  ${file}`)
    }
    pane.press('C-u')
    pane.type('values.json')
    pane.press('Enter')
    const values = await pane.shows('at the values of values.json')
    expect(values).toMatch(/f = 8\n.*∂f\/∂X =\n +4 +6\n +3 +4\n/)

    pane.press('Escape', 'e')
    await pane.shows('export: to a file')
    pane.type('/proc/none/answer.tex')
    pane.press('Enter')
    await pane.shows('Expected a file that can be written')
    const sent = join(folder, 'sent')
    pane.record(sent)
    pane.press('C-u', 'Enter')
    await pane.shows('copied as LaTeX')
    await pane.shows('begin{align*}')
    // For tmux itself, and once more for the terminal around it.
    const own = await once(
      () => readFileSync(sent, 'latin1'),
      bytes => {
        const [, text] = /\]52;c;([\w+/=]+)/.exec(bytes) ?? []
        const sequence = `\x1b]52;c;${text}\x07`
        return bytes.includes(`${sequence}\x1bPtmux;\x1b${sequence}\x1b\\`) ? text : undefined
      },
    )
    expect(Buffer.from(own, 'base64').toString()).toMatch(/\\frac\{\\partial f\}.*B A/)

    // None of these is a key here; the work stays as it is.
    pane.press('Escape')
    await pane.shows('? keys')
    pane.type('zZ@#%Q9')
    pane.press('F5', 'C-z', 'Insert', 'M-x', 'BTab')
    await pane.shows(/∂f\/∂X = BA/)
    pane.press('Escape', 'q')
    await pane.shows('left with 0')
  }, 60_000)

  test('without colours nothing is coloured', async () => {
    const pane = open({ env: { NO_COLOR: '1' } })
    await pane.shows('what is to be derived?')
    pane.type('tr(A*X)')
    await pane.shows('A: matrix(m,n)')
    pane.press('Enter')
    await pane.shows('∂f/∂X')
    expect(pane.screen(true)).not.toMatch(colour)
  }, 60_000)

  test('long work is cancelled by Escape', async () => {
    const pane = open()
    await pane.shows('what is to be derived?')
    const layers = Array.from({ length: 3_000 }, (_, i) => `h${i + 1}=tanh(W${i}*h${i})`).join(';')
    const program = `${layers};norm2(h3000)^2`
    for (let at = 0; at < program.length; at += 4_000) pane.type(program.slice(at, at + 4_000))
    await pane.shows(/h0: vector/, 40_000)
    pane.press('Tab')
    pane.type(Array.from({ length: 1_000 }, (_, i) => `W${i}`).join(','))
    await pane.shows(/❯ by .*W999$/m, 20_000)
    await new Promise(resolve => setTimeout(resolve, 1_500))
    pane.press('Enter')
    await pane.shows('Esc cancels', 20_000)
    pane.press('Escape')
    await pane.shows('cancelled', 20_000)
    pane.press('C-c')
    await pane.shows('left with 0')
  }, 120_000)
})

test('without a terminal the worked example is shown, with a hint', async () => {
  const { code, out, err } = await run([], { cwd: folder })
  expect([code, err]).toEqual([0, ''])
  expect(out).toContain('∂f/∂W')
  expect(out).toContain('In a terminal, "matrix-derive" alone opens a session')
})

test('React is read by the session alone', () => {
  const dist = join(import.meta.dirname, '../../dist')
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter(file => /\.c?js$/.test(file))
  const having = (text: string) => files.filter(file => readFileSync(join(dist, file), 'utf8').includes(text))
  expect(having('react.transitional.element')).toEqual(['screen.js'])
  expect(having('?1049h')).toEqual(['screen.js'])
  const [opening, ...others] = having('../screen.js')
  expect(others).toEqual([])
  expect(opening).toMatch(/session-/)
})
