import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { setUp } from './command.ts'
import { hasTmux, openPane, type Pane } from './pane.ts'

// The screens of docs/terminal.md, taken from the real program; `UPDATE_SCREENS=1 npm test -- screens` writes them anew.

const page = join(import.meta.dirname, '../../../../docs/terminal.md')

beforeAll(setUp)

/** A session from which screens are taken. */
async function screens(): Promise<Record<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'matrix-derive-'))
  const narrow = openPane({ cwd: folder, args: ['--state', join(folder, 'narrow')] })
  const wide = openPane({ cwd: folder, args: ['--state', join(folder, 'wide')], columns: 140, rows: 40 })
  try {
    return { ...(await narrowScreens(narrow)), ...(await wideScreens(wide)) }
  } finally {
    narrow.close()
    wide.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function narrowScreens(pane: Pane): Promise<Record<string, string>> {
  await pane.shows('what is to be derived?')
  pane.type('tr(A*X*B) + sinn(tr(X))')
  const ask = await pane.shows('^F writes')
  pane.press('C-u')
  pane.type('tr(A*X*B)')
  await pane.shows('A: matrix(m,n)')
  pane.press('Enter')
  await pane.shows('numerator  5 checked')
  pane.press('k', 'Enter')
  const unfold = await pane.shows('proved exactly')
  pane.press('Enter', 'k', 'Right')
  await pane.shows('❯       = tr(A·dX·B)')
  const explore = await pane.shows('tr(dX·B·A)')
  pane.press('Escape', 'g')
  await pane.shows('❯ df')
  pane.press('h')
  const hint = await pane.shows('gives tr(d(AXB))')
  pane.press('Escape', 'c')
  pane.type("A'*B'")
  pane.press('Enter')
  const check = await pane.shows('✗ other-layout')
  return { ask, unfold, explore, hint, check }
}

async function wideScreens(pane: Pane): Promise<Record<string, string>> {
  await pane.shows('what is to be derived?')
  pane.type('h = tanh(W*x + b); norm2(h - t)^2')
  await pane.shows('W: matrix(m,n)')
  pane.press('Tab')
  pane.type('W, b')
  pane.press('Enter')
  const wide = await pane.shows(/ {2}\d+ checked/)
  pane.press('?')
  const help = await pane.shows('── keys')
  return { wide, help }
}

const block = /<!-- screen: (\w+) -->\n```text\n([\s\S]*?)```/g

test.skipIf(!hasTmux)(
  'the screens in docs/terminal.md are those of the program',
  async () => {
    const taken = await screens()
    const text = readFileSync(page, 'utf8')
    const current = text.replace(block, (_, name) => {
      const lines = taken[name].split('\n').map(line => line.trimEnd())
      return `<!-- screen: ${name} -->\n\`\`\`text\n${lines.join('\n')}\n\`\`\``
    })
    if (process.env.UPDATE_SCREENS) writeFileSync(page, current)
    else expect(text).toBe(current)
  },
  120_000,
)
