import stringWidth from 'string-width'

/** One place or two of the screen: a letter with all its marks. */
export interface Cell {
  readonly text: string
  readonly width: number
  /** Where it begins in the text. */
  readonly at: number
}

const letters = new Intl.Segmenter('en', { granularity: 'grapheme' })
/** Controls would command the terminal; tabs have no width of their own. */
const controls = /\p{Cc}/gu
const plain = /^[\x20-\x7e]*$/

/** The text as cells. Controls are shown as spaces. */
export function cellsOf(text: string): Cell[] {
  const safe = text.replace(controls, ' ')
  if (plain.test(safe)) return [...safe].map((letter, at) => ({ text: letter, width: 1, at }))
  return [...letters.segment(safe)].map(({ segment, index }) => ({
    text: segment,
    width: stringWidth(segment),
    at: index,
  }))
}

/** Places of the screen that the text takes. */
export function widthOf(text: string): number {
  return plain.test(text) ? text.length : stringWidth(text)
}

/** A piece of a row with a look of its own. */
export interface Segment<Look extends string> {
  readonly text: string
  readonly looks: readonly Look[]
}

/** A look for a part of a text. */
export interface Painted<Look extends string> {
  readonly look: Look
  readonly span: readonly [number, number]
}

/**
 * What of a text is to be seen through a window: from so many places on, so many of them; cut ends are marked by dots.
 * Never wider than the window.
 */
export function throughWindow<Look extends string>(
  text: string,
  painted: readonly Painted<Look>[],
  from: number,
  width: number,
): Segment<Look>[] {
  if (width <= 0) return []
  const cells = cellsOf(text)
  const total = cells.reduce((sum, cell) => sum + cell.width, 0)
  const start = Math.max(0, Math.min(from, total - width))
  const isCutBefore = start > 0
  const isCutAfter = total - start > width
  const segments: { text: string; looks: readonly Look[] }[] = []
  const add = (piece: string, looks: readonly Look[]) => {
    const last = segments[segments.length - 1]
    if (last !== undefined && last.looks.join() === looks.join()) last.text += piece
    else segments.push({ text: piece, looks })
  }
  let at = 0
  let used = 0
  for (const cell of cells) {
    const place = at
    at += cell.width
    if (place < start + (isCutBefore ? 1 : 0)) {
      if (place >= start && isCutBefore && used === 0) {
        add('…', [])
        used = 1
      }
      continue
    }
    if (isCutBefore && used === 0) {
      add('…', [])
      used = 1
    }
    if (used + cell.width > width - (isCutAfter ? 1 : 0)) break
    const looks = painted.filter(({ span }) => span[0] <= cell.at && cell.at < span[1]).map(({ look }) => look)
    add(cell.text, [...new Set(looks)])
    used += cell.width
  }
  if (isCutAfter) add('…', [])
  return segments
}

/** A plain text in so many places: cut with dots, or filled with spaces. */
export function fit(text: string, width: number): string {
  const shown = throughWindow(text, [], 0, width)
    .map(segment => segment.text)
    .join('')
  return shown + ' '.repeat(Math.max(0, width - widthOf(shown)))
}

/** The text on as many rows as it takes, broken at spaces where there are any. */
export function wrapped(text: string, width: number): string[] {
  const rows: string[] = []
  let row = ''
  const flush = () => {
    rows.push(row.trimEnd())
    row = ''
  }
  for (const part of text.split(/(?<= )/)) {
    if (row !== '' && widthOf(row + part.trimEnd()) > width) flush()
    for (const cell of cellsOf(part)) {
      if (widthOf(row) + cell.width > width && cell.text !== ' ') flush()
      row += cell.text
    }
  }
  if (row !== '' || rows.length === 0) flush()
  return rows
}
