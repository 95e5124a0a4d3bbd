import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { emptySession } from '@matrix-derive/exploration'
import { readRecord, replay } from '@matrix-derive/record'
import { standardRegistry } from '@matrix-derive/standard'
import { render } from 'ink-testing-library'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createEngine } from '../engine.ts'
import type { Scene } from '../scene.ts'
import { App } from './app.tsx'
import { createController } from './controller.ts'
import { themeFor } from './theme.ts'

// Every view and every key, on the screen that ink draws; the engine works in this thread.

const keys = {
  Enter: '\r',
  Escape: '\x1b',
  Tab: '\t',
  ShiftTab: '\x1b[Z',
  Up: '\x1b[A',
  Down: '\x1b[B',
  Right: '\x1b[C',
  Left: '\x1b[D',
  Home: '\x1b[H',
  End: '\x1b[F',
  PageUp: '\x1b[5~',
  PageDown: '\x1b[6~',
  Backspace: '\x7f',
  CtrlC: '\x03',
  CtrlF: '\x06',
  CtrlU: '\x15',
} as const

type KeyName = keyof typeof keys

let folder: string
let close = () => {}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'matrix-derive-'))
})
afterEach(() => {
  close()
  rmSync(folder, { recursive: true })
})

interface Screened {
  /** Keys by name, and text as it is typed; each is waited for. */
  press(...words: readonly string[]): Promise<void>
  frame(): string
  shows(wanted: string | RegExp): Promise<string>
  readonly copied: string[]
  readonly scenes: Scene[]
  quit: boolean
}

function open({ columns = 100, rows = 30, colours = true, keeping = undefined as string | undefined } = {}): Screened {
  const copied: string[] = []
  const scenes: Scene[] = []
  const engine = createEngine({ registry: standardRegistry(), cwd: folder })
  const first: Scene = { answers: 0, session: emptySession, tabs: [], active: 0 }
  const screened: Screened = {
    copied,
    scenes,
    quit: false,
    frame: () => shown.lastFrame() ?? '',
    async press(...words) {
      for (const word of words) {
        shown.stdin.write(Object.hasOwn(keys, word) ? keys[word as KeyName] : word)
        await new Promise(resolve => setTimeout(resolve, word === 'Escape' ? 40 : 8))
      }
    },
    async shows(wanted) {
      const end = performance.now() + 8_000
      for (;;) {
        const now = screened.frame()
        if (typeof wanted === 'string' ? now.includes(wanted) : wanted.test(now)) return now
        if (performance.now() > end) throw new Error(`Expected ${wanted} on the screen:\n${now}`)
        await new Promise(resolve => setTimeout(resolve, 5))
      }
    },
  }
  const controller = createController({
    engine,
    first,
    size: { columns, rows },
    onQuit: () => {
      screened.quit = true
    },
    onScene(scene) {
      scenes.push(scene)
      return keeping
    },
    onCopy: text => copied.push(text),
  })
  const shown = render(<App controller={controller} theme={themeFor(colours)} />)
  close = () => {
    shown.unmount()
    controller.close()
    engine.close()
  }
  return screened
}

async function derived(program: string, by: string, size = {}): Promise<Screened> {
  const screen = open(size)
  await screen.press(program)
  await screen.press('Tab', by, 'Enter')
  await screen.shows('∂')
  return screen
}

const cursorLine = (frame: string) => frame.split('\n').find(line => line.startsWith('❯ ')) ?? ''

describe('asking', () => {
  test('a program is read while it is typed, and derived with Enter', async () => {
    const screen = open()
    await screen.shows('what is to be derived?')
    await screen.press('tr(A*X)')
    await screen.shows('A: matrix(m,n)   X: matrix(n,m)')
    await screen.shows('X   (or any of A, X)')
    await screen.press('Enter')
    await screen.shows('∂f/∂X = A')
  })

  test('an error says what is wrong, and ^F takes the suggestion', async () => {
    const screen = open()
    await screen.press('tanhh(x)')
    await screen.shows('Did you mean "tanh"?')
    await screen.press('CtrlF')
    await screen.shows('❯ program  tanh(x)')
  })

  test('every field: by, with, layout, order, start, and back again', async () => {
    const screen = open()
    await screen.press(
      "x'*A*x",
      'Tab',
      'x',
      'Tab',
      'A: symmetric(n)',
      'Tab',
      'Right',
      'Tab',
      'Right',
      'Left',
      'Right',
      'Tab',
      'Right',
    )
    const asked = await screen.shows('❯ start')
    expect(asked).toContain("program  x'*A*x")
    expect(asked).toContain('with     A: symmetric(n)')
    await screen.press('ShiftTab', 'Left', 'Down', 'Enter')
    await screen.shows('d(xᵀAx)')
    const { question } = screen.scenes.at(-1)!.sheet!
    expect(question).toMatchObject({ wrt: ['x'], variables: { A: 'symmetric(n)' }, layout: 'denominator', order: 1 })
    expect(screen.frame()).toContain('ways on from')
  })

  test('a declaration that is none is told, not left out', async () => {
    const screen = open()
    await screen.press("x'*A*x", 'Tab', 'x', 'Tab', 'A symmetric(n)')
    await screen.shows('received "A symmetric(n)"')
    await screen.press('Enter')
    await screen.press('CtrlU', 'A: symmetric(n),', 'Enter')
    await screen.shows('∂f/∂x = 2xᵀA')
  })

  test('examples are chosen with the arrows', async () => {
    const screen = open()
    await screen.press('Down', 'Down', 'Up', 'Enter')
    await screen.shows('❯ program  tr(A*X*B)')
    await screen.press('Enter')
    await screen.shows('∂f/∂X = BA')
  })

  test('what cannot be derived is told, and one types on', async () => {
    const screen = open()
    await screen.press('tr(A*X)', 'Tab', 'Q', 'Enter')
    await screen.shows('received "Q"')
    expect(screen.frame()).toContain('❯ by')
    await screen.press('Backspace', 'CtrlU', 'X', 'Enter')
    await screen.shows('∂f/∂X = A')
  })
})

describe('the lines', () => {
  test('the cursor goes by arrows, letters and pages; Enter unfolds', async () => {
    const screen = await derived('tr(A*X*B)', 'X')
    const at = async (key: string, wanted: string) => {
      await screen.press(key)
      await screen.shows(new RegExp(`❯ .*${wanted.replace(/[()]/g, '\\$&')}`))
    }
    await at('k', 'tr(B·A·dX)')
    await at('Up', 'tr(A·dX·B)')
    await at('Down', 'tr(B·A·dX)')
    await at('g', 'd(tr(AXB))')
    await at('j', 'tr(d(AXB))')
    await at('G', 'BA')
    await at('PageUp', 'd(tr(AXB))')
    await at('PageDown', 'BA')
    await at('Home', 'd(tr(AXB))')
    await at('End', 'BA')
    await screen.press('k', 'Enter')
    const unfolded = await screen.shows('✓ proved exactly')
    for (const part of ['tr(A*B) = tr(B*A)', 'A = A·dX, B = B', 'Matrix Cookbook (2012), eq. 14 and 16']) {
      expect(unfolded).toContain(part)
    }
    await screen.press('Enter')
    await screen.shows(/^(?![\s\S]*proved exactly)/)
  })

  test('equations are aligned, with the law, the reason and the verdict at the right', async () => {
    const screen = await derived('tr(A*X*B)', 'X', { columns: 140 })
    const frame = await screen.shows(/✓ trace-cyclic@1\.0\.0 +factors turn under a trace/)
    const lines = frame
      .split('\n')
      .slice(0, -2)
      .filter(line => / = /.test(line) && line.includes('@'))
    expect(new Set(lines.map(line => line.indexOf(' = '))).size).toBe(1)
    expect(new Set(lines.map(line => line.indexOf('@1.0.0') - line.indexOf('✓') > 0)).size).toBe(1)
  })

  test('no row is wider than the screen, and a long line scrolls', async () => {
    const sum = Array.from({ length: 12 }, (_, i) => `tr(A${i}*X*B${i})`).join(' + ')
    const screen = await derived(sum, 'X', { columns: 60, rows: 24 })
    await screen.press('g')
    await screen.shows(/❯ df.*A₀|❯ df.*tr/)
    expect(
      screen
        .frame()
        .split('\n')
        .every(line => line.length <= 60),
    ).toBe(true)
    const before = cursorLine(screen.frame())
    await screen.press('>', '>')
    await screen.shows('…')
    expect(cursorLine(screen.frame())).not.toBe(before)
    await screen.press('<', '<')
    expect(cursorLine(screen.frame())).toBe(before)
  })
})

describe('exploring', () => {
  test('through the tree, with a list of what may be done, each with what comes of it', async () => {
    const screen = await derived('tr(A*X*B)', 'X')
    await screen.press('g', 'x')
    await screen.shows(/❯ differential-trace@1\.0\.0 +tr\(d\(AXB\)\)/)
    await screen.press('Down')
    await screen.shows('from tr(AXB)')
    await screen.press('Down', 'Down')
    await screen.shows(/(from|to) A /)
    await screen.press('Right')
    await screen.shows(/(from|to) X /)
    await screen.press('Left')
    await screen.shows(/(from|to) A /)
    await screen.press('Up')
    await screen.shows('from AXB')
    await screen.press('Escape')
    await screen.shows('↑↓ line')
  })

  test('a choice is made with j, k and Enter; undone and redone with u and r', async () => {
    const screen = await derived('tr(A*X*B)', 'X')
    await screen.press('g', 'Right')
    await screen.shows('ways on from')
    await screen.press('j')
    await screen.shows(/❯ differential-linear/)
    await screen.press('k', 'Enter')
    await screen.shows('branch 2/2')
    expect(screen.frame()).not.toContain('∂f/∂X')
    await screen.press('u')
    await screen.shows('∂f/∂X')
    await screen.press('r')
    await screen.shows(/branch 2\/2/)
    await screen.press('[')
    await screen.shows('branch 1/2')
    await screen.press(']')
    await screen.shows('branch 2/2')
    await screen.press('d')
    await screen.shows(/^(?![\s\S]*branch)/)
  })

  test('s writes one line, h says which and why, f all of them', async () => {
    const screen = open()
    await screen.press('tr(A*X*B)', 'Tab', 'X', 'Tab', 'Tab', 'Tab', 'Tab', 'Right', 'Enter')
    await screen.shows('d(tr(AXB))')
    await screen.press('h')
    const hint = await screen.shows('gives tr(d(AXB))')
    expect(hint).toContain('differential-trace@1.0.0')
    expect(hint).toContain('trace and differential commute')
    await screen.press('s')
    await screen.shows(/❯ .*tr\(d\(AXB\)\)/)
    await screen.press('f')
    await screen.shows('∂f/∂X = BA')
  })
})

describe('the answer', () => {
  test('l goes through the layouts, and shows the conversion', async () => {
    const screen = await derived('tr(A*X*B)', 'X')
    await screen.press('l')
    await screen.shows('denominator layout, n×p')
    expect(screen.frame()).toContain('layout-denominator@1.0.0')
    await screen.press('l')
    await screen.shows('mixed layout, n×p')
    await screen.press('l')
    await screen.shows('numerator layout, p×n')
  })

  test('a derivative with ⊗ is shown as a linear map, too', async () => {
    const screen = await derived('X^-1', 'X')
    await screen.shows('as a linear map: dX ↦ -X⁻¹·dX·X⁻¹')
  })

  test('c judges a claim', async () => {
    const screen = await derived('tr(A*X*B)', 'X')
    await screen.press('c', 'A*B', 'Enter')
    await screen.shows('✗')
    await screen.press('Escape', 'c', 'B*A', 'Enter')
    await screen.shows('✓ equal')
    await screen.press('c', 'B*', 'Enter')
    await screen.shows('received the end')
  })

  test('n computes at values drawn by chance', async () => {
    const screen = await derived("x'*A*x", 'x')
    await screen.press('n', 'Enter')
    const shown = await screen.shows('at values drawn by chance')
    expect(shown).toMatch(/f = [\d.]+/)
    await screen.press('Escape', 'n', 'nowhere.json', 'Enter')
    await screen.shows('ENOENT')
  })

  test('e copies and writes', async () => {
    const screen = await derived('tr(A*X*B)', 'X')
    await screen.press('e', 'Enter')
    await screen.shows('copied as LaTeX')
    expect(screen.copied[0]).toContain('\\begin{align*}')
    await screen.press('Escape', 'e', 'Tab', 'answer.md', 'Enter')
    await screen.shows('written to')
    expect(readFileSync(join(folder, 'answer.md'), 'utf8')).toContain('$$')
    await screen.press('Escape', 'e', 'Up', 'Up', 'answer.json', 'Enter')
    await screen.shows('answer.json')
    const record = await readRecord(readFileSync(join(folder, 'answer.json'), 'utf8'))
    expect((await replay(record, { registry: standardRegistry() })).outcome).toBe('same')
  })

  test('e writes what was done by hand as it was done', async () => {
    const screen = await derived('tr(A*X*B)', 'X')
    await screen.press('g', 'x', 'Down')
    await screen.shows('7 ways on from tr(AXB)')
    await screen.press('jjjjj')
    await screen.shows(/❯ trace-cyclic@1\.0\.0 +d\(tr\(BAX\)\)/)
    await screen.press('Enter')
    await screen.shows('branch 2/2')
    await screen.press('f')
    await screen.shows('∂f/∂X = BA')
    await screen.press('e', 'Up', 'hand.json', 'Enter')
    await screen.shows('written to')
    const record = await readRecord(readFileSync(join(folder, 'hand.json'), 'utf8'))
    expect(record.moves?.map(move => move.kind === 'apply' && move.law)).toEqual(['trace-cyclic@1.0.0', false])
    const { outcome, now } = await replay(record, { registry: standardRegistry() })
    expect([outcome, now.steps.map(({ line }) => line)]).toEqual(['same', record.steps.map(({ line }) => line)])
  })

  test('/ finds laws, and Enter opens one with its proof', async () => {
    const screen = await derived('tr(A*X*B)', 'X')
    await screen.press('/', 'trace cyclic')
    await screen.shows('1 law')
    await screen.press('Enter')
    const law = await screen.shows('trace-cyclic@1.0.0 ──')
    expect(law).toContain('tr(A*B) = tr(B*A)')
    expect(law).toContain('✓ proved at')
    await screen.press('Escape')
    await screen.shows('↑↓ line')
  })
})

describe('programs', () => {
  test('o opens another one, Tab and digits go to it, w closes it, p changes it', async () => {
    const screen = await derived('tr(A*X*B)', 'X')
    await screen.press('o')
    await screen.shows('what is to be derived?')
    await screen.press("x'*x", 'Tab', 'x', 'Enter')
    await screen.shows('2xᵀ')
    await screen.press('1')
    await screen.shows('∂f/∂X = BA')
    await screen.press('Tab')
    await screen.shows('2xᵀ')
    await screen.press('ShiftTab')
    await screen.shows('∂f/∂X = BA')
    await screen.press('p')
    await screen.shows('another question')
    await screen.press('CtrlU', 'tr(X)', 'Enter')
    await screen.shows('∂f/∂X = I')
    await screen.press('w')
    await screen.shows('2xᵀ')
    await screen.press('w')
    await screen.shows('what is to be derived?')
  })
})

describe('manners', () => {
  test('? shows every key', async () => {
    const screen = await derived('tr(X)', 'X', { rows: 40 })
    await screen.press('?')
    const help = await screen.shows('── keys')
    for (const key of [
      'Enter',
      'x',
      'j k',
      's',
      'f',
      'h',
      'u r',
      '[ ]',
      'l',
      'c',
      'n',
      'e',
      '/',
      'o',
      'p',
      'Tab',
      'w',
      '^F',
      'Esc',
      'q',
    ]) {
      expect(help).toContain(key)
    }
    await screen.press('j', 'k', 'Escape')
    await screen.shows('↑↓ line')
  })

  test.each(['q', 'CtrlC'])('%s quits', async key => {
    const screen = await derived('tr(X)', 'X')
    await screen.press(key)
    expect(screen.quit).toBe(true)
  })

  test('says so when the work cannot be kept', async () => {
    const screen = open({ keeping: 'Your work cannot be kept in /nowhere (EROFS).' })
    await screen.press('t')
    await screen.shows('Your work cannot be kept in /nowhere (EROFS).')
  })

  test('q is a letter while a program is typed', async () => {
    const screen = open()
    await screen.press('q')
    await screen.shows('❯ program  q')
    expect(screen.quit).toBe(false)
  })

  test('every frame has exactly the size of the window', async () => {
    for (const [columns, rows] of [
      [80, 23],
      [40, 12],
      [140, 39],
    ] as const) {
      const screen = await derived('norm2(W*x + b)^2', 'W', { columns, rows })
      for (const key of ['x', 'Escape', 'Enter', '?', 'Escape', '/', 'Escape', 'c', 'Escape', 'e', 'Escape', 'o']) {
        await screen.press(key)
        const lines = screen.frame().split('\n')
        expect(lines.length).toBeLessThanOrEqual(rows)
        expect(lines.every(line => line.length <= columns)).toBe(true)
      }
      close()
    }
  })
})
