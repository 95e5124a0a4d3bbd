import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runExample } from './example.ts'
import { generated } from './generated.ts'
import { Session } from './session.ts'

const begin = /^<!-- generated: (.+) -->$/
const end = '<!-- end -->'
const fence = /^```(\S*) ?(.*)$/

/**
 * A page with everything in it that a program can know: what its commands print, what its examples print, and the
 * regions between `<!-- generated: NAME -->` and `<!-- end -->`. A page is right when this gives it back unchanged.
 */
export async function renderPage(text: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'matrix-derive-docs-'))
  try {
    return await render(text.split('\n'), new Session(folder))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function render(lines: readonly string[], session: Session): Promise<string> {
  const page: string[] = []
  /** What an example printed, for the block of text that follows it. */
  let printed: string[] | undefined
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]
    page.push(line)
    const region = begin.exec(line)
    if (region !== null) {
      at = indexFrom(lines, at, end)
      page.push(...(await generated(region[1])), end)
      continue
    }
    const block = fence.exec(line)
    if (block === null) continue
    const [, language, name] = block
    const close = indexFrom(lines, at + 1, '```')
    const body = lines.slice(at + 1, close)
    if (language === 'console') page.push(...(await session.replay(body)))
    else page.push(...(language === 'text' && printed !== undefined ? printed : body))
    printed = language === 'ts' && name === '' ? await runExample(body.join('\n')) : undefined
    if (name !== '') session.write(name, body)
    page.push('```')
    at = close
  }
  return page.join('\n')
}

function indexFrom(lines: readonly string[], at: number, wanted: string): number {
  const index = lines.indexOf(wanted, at)
  if (index < 0) throw new Error(`Line ${at + 1}: "${lines[at]}" has no "${wanted}".`)
  return index
}
