/** One equation of somebody's working, as it is written. */
export interface LineOfWorking {
  /** Its number in the text, from 1. */
  readonly line: number
  /** What stands on the left, '' where the equation goes on. */
  readonly left: string
  readonly right: string
}

/** What comes after a formula: a remark behind #, or a reason behind the mark that the command writes. */
const remark = /(?:#|\s[✓≈✗]\s).*$/u

/**
 * The equations of a text, one a line or several in a chain: `df = tr(d(A*X)) = tr(A*d(X))` are two of one left side. What
 * is behind # is a remark.
 */
export function linesOfWorking(text: string): LineOfWorking[] {
  const lines: LineOfWorking[] = []
  for (const [i, whole] of text.split(/\r?\n/).entries()) {
    const [first, ...rest] = whole
      .replace(remark, '')
      .split('=')
      .map(part => part.trim())
    if (rest.length === 0) {
      if (first !== '') lines.push({ line: i + 1, left: '', right: first })
      continue
    }
    for (const [k, right] of rest.entries()) lines.push({ line: i + 1, left: k === 0 ? first : '', right })
  }
  return lines
}
