import type { Ended, Folder } from './folder.ts'

/** Something that the page says and that is not so. */
export interface Divergence {
  readonly what: string
  readonly expected: string
  readonly received: string
}

const fence = /^```(\S+) ?(.*)$/

/** What a page says before it shows a file that is there already; other files it writes. */
const asWritten = '<!-- as it was written -->'

/**
 * Does what a page says, block by block. `sh` is typed, and must end well; `text` after it is how the last line's output
 * begins. Blocks with the name of a file are written to it, or compared with it where the page says that it is there.
 */
export async function follow(page: string, place: Folder): Promise<Divergence[]> {
  const found: Divergence[] = []
  let printed: Ended | undefined
  for (const { language, name, body, before } of blocksOf(page)) {
    if (language === 'sh') {
      for (const line of body.trimEnd().split('\n')) {
        printed = await place.run(line)
        if (printed.code === 0) continue
        found.push({ what: line, expected: 'exit code 0', received: `${printed.code}\n${printed.out}${printed.err}` })
        return found
      }
    } else if (language === 'text' && printed !== undefined) {
      const received = trimmed(printed.out)
      if (!received.startsWith(trimmed(body))) found.push({ what: 'the output', expected: body, received })
    } else if (name !== '') {
      const there = place.read(name)
      if (before !== asWritten) place.write(name, body)
      else if (there !== body) found.push({ what: name, expected: body, received: there ?? 'no such file' })
    }
  }
  return found
}

interface CodeBlock {
  readonly language: string
  readonly name: string
  readonly body: string
  /** The line above it. */
  readonly before: string
}

function blocksOf(page: string): CodeBlock[] {
  const blocks: CodeBlock[] = []
  const lines = page.split('\n')
  for (let at = 0; at < lines.length; at++) {
    const open = fence.exec(lines[at])
    if (open === null) continue
    const close = lines.indexOf('```', at + 1)
    blocks.push({
      language: open[1],
      name: open[2],
      body: `${lines.slice(at + 1, close).join('\n')}\n`,
      before: lines[at - 1],
    })
    at = close
  }
  return blocks
}

const trimmed = (text: string): string => text.replace(/[ \t]+$/gm, '').trimEnd()
