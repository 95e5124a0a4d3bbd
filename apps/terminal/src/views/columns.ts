/** A line in three parts that want to stand below each other: the equation, who says so, and why. */
export interface Row {
  readonly equation: string
  readonly by?: readonly [identity: string, reason: string]
  /** What goes below. */
  readonly notes?: readonly string[]
  /** Whether the equation is what was asked for. */
  readonly result?: boolean
}

export interface Paint {
  readonly equation: (text: string, result: boolean) => string
  readonly identity: (text: string) => string
  readonly reason: (text: string) => string
}

const gap = '  '
/** Where reasons stand when they go below their equations. */
const belowIndent = ' '.repeat(8)

/**
 * Sets rows in columns inside the width. An equation that leaves no room for its reason has it on the next line; the
 * equation itself is never broken, so that it can be copied.
 */
export function setColumns(rows: readonly Row[], width: number, paint: Paint): string[] {
  const identityWidth = rows.reduce((widest, { by }) => Math.max(widest, by ? length(by[0]) : 0), 0)
  const start = bestStart(rows, identityWidth, width)
  return rows.flatMap(({ equation, by, notes = [], result = false }) => {
    const painted = paint.equation(equation, result)
    if (by === undefined) return [painted, ...notes]
    const [identity, reason] = [paint.identity(by[0]), paint.reason(by[1])]
    if (start === undefined) return [painted, `${belowIndent}${identity}${gap}${reason}`, ...notes]
    const aligned = `${identity}${' '.repeat(identityWidth - length(by[0]))}${gap}${reason}`
    const room = start - length(equation)
    return room >= gap.length
      ? [painted + ' '.repeat(room) + aligned, ...notes]
      : [painted, ' '.repeat(start) + aligned, ...notes]
  })
}

/** The column at which most rows fit on one line; none where that is not even half of them. */
function bestStart(rows: readonly Row[], identityWidth: number, width: number): number | undefined {
  const sizes = rows.flatMap(({ equation, by }) => {
    return by ? [{ equation: length(equation), by: identityWidth + gap.length + length(by[1]) }] : []
  })
  let best: number | undefined
  let most = Math.ceil(sizes.length / 2) - 1
  const narrowest = sizes.reduce((least, size) => Math.min(least, size.by), width)
  for (const equation of new Set(sizes.map(size => size.equation))) {
    if (equation + gap.length + narrowest > width) continue
    const start = equation + gap.length
    const fitting = sizes.filter(size => size.equation + gap.length <= start && start + size.by <= width).length
    if (fitting > most || (fitting === most && best !== undefined && start < best)) [best, most] = [start, fitting]
  }
  return best
}

/** Places on the screen: combining marks take none. Most text has none, and looking for them is slow at first. */
export function length(text: string): number {
  if (!/[^\x20-\x7e]/.test(text)) return text.length
  return text.replace(/\p{M}/gu, '').length
}
