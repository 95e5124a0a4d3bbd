import type { Block, Draft, Expression, Left, Place, Step } from '@matrix-derive/core'

/** A line of a draft, with the place it has there. */
export interface PlacedLine {
  readonly at: Place
  readonly left: Left
  /** What stands right of the equals sign; where `partial`, only those terms that changed. */
  readonly right: Expression
  readonly partial: boolean
  /** What led here from the line above, or opened the block; the very object that a verdict is asked for. */
  readonly part: Step | Block
  /** Absent for the first line of a block. */
  readonly step?: Step
}

/** Every line from the first to the last. */
export function* placedLines({ blocks }: Draft): Generator<PlacedLine, void> {
  for (const block of blocks.keys()) {
    for (let line = 0; line <= blocks[block].steps.length; line++) yield placedLine(blocks[block], { block, line })
  }
}

function placedLine(block: Block, at: Place): PlacedLine {
  const { left, start, steps } = block
  if (at.line === 0) return { at, left, right: start, partial: false, part: block }
  const step = steps[at.line - 1]
  return { at, left, right: step.after, partial: step.partial, part: step, step }
}

/** How many lines there are. */
export function countLines({ blocks }: Draft): number {
  return blocks.reduce((count, { steps }) => count + steps.length + 1, 0)
}

/** The number of a line, counted from the first. */
export function lineNumber({ blocks }: Draft, { block, line }: Place): number {
  return blocks.slice(0, block).reduce((count, { steps }) => count + steps.length + 1, 0) + line
}

/** The line of this number, or the nearest there is. */
export function placeOf({ blocks }: Draft, number: number): Place {
  let rest = Math.max(0, number)
  for (const [block, { steps }] of blocks.entries()) {
    if (rest <= steps.length) return { block, line: rest }
    rest -= steps.length + 1
  }
  return { block: blocks.length - 1, line: blocks[blocks.length - 1].steps.length }
}

/** The lines from one number on, as many as asked for: what a screen shows of many thousands. */
export function linesFrom(draft: Draft, number: number, count: number): PlacedLine[] {
  const found: PlacedLine[] = []
  let { block, line } = placeOf(draft, number)
  while (found.length < count && block < draft.blocks.length) {
    const own = draft.blocks[block]
    found.push(placedLine(own, { block, line }))
    if (++line > own.steps.length) [block, line] = [block + 1, 0]
  }
  return found
}
