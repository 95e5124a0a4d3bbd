import type { Problem, Span } from '@matrix-derive/core'
import type { Colours } from './colours.ts'

/** A problem for people: the message, the line of the program that is to blame with a mark below, and what to do. */
export function problemText(
  problem: Problem,
  source: string | undefined,
  colours: Colours,
  width: number,
  weight: 'error' | 'warning' = 'error',
): string {
  const { code, message, span, suggestion } = problem
  const lines = [`${colours.bad(`${weight} (${code})`)}: ${oneLine(message)}`]
  if (span !== undefined && source?.trim()) {
    const { text, mark } = excerpt(source, span, width - margin.length)
    lines.push(`${margin}${text}`, `${margin}${colours.bad(mark)}`)
  }
  if (suggestion !== undefined) lines.push(`  ${oneLine(suggestion)}`)
  return `${lines.join('\n')}\n`
}

/** Messages quote what was received; a control character in it must neither break the line nor command the terminal. */
export function oneLine(message: string): string {
  return message.replace(/\p{Cc}/gu, character => JSON.stringify(character).slice(1, -1))
}

const margin = '    '
const dots = '... '

/** The line that the span begins on, cut to the width around it, and the carets that go below. */
export function excerpt(source: string, { start, end }: Span, width: number): { text: string; mark: string } {
  const from = source.lastIndexOf('\n', start - 1) + 1
  const newline = source.indexOf('\n', start)
  const to = newline < 0 ? source.length : newline
  const before = cells(source.slice(from, start))
  const blamed = cells(source.slice(start, Math.max(start, Math.min(end, to))))
  const after = cells(source.slice(Math.max(start, Math.min(end, to)), to))
  const cut = before.length + blamed.length + after.length > width
  const kept = cut ? before.slice(-Math.max(8, Math.floor(width / 3))) : before
  const lead = kept.length < before.length ? dots : ''
  const whole = lead + [...kept, ...blamed, ...after].join('')
  const text =
    cells(whole).length > width
      ? `${cells(whole)
          .slice(0, width - dots.length)
          .join('')} ...`
      : whole
  const indent = lead.length + kept.length
  return { text, mark: ' '.repeat(indent) + '^'.repeat(Math.max(1, Math.min(blamed.length, width - indent))) }
}

/** One string for each place on the screen: characters outside the base plane take one, tabs and controls as well. */
function cells(text: string): string[] {
  return [...text.replace(/\p{Cc}/gu, ' ')].reduce<string[]>((all, character) => {
    if (/^\p{M}$/u.test(character) && all.length > 0) all[all.length - 1] += character
    else all.push(character)
    return all
  }, [])
}
