import { type Painted, type Segment, throughWindow, widthOf } from '../cells.ts'
import type { Look } from '../theme.ts'

/** A row of the screen, in pieces of one look each. */
export type Row = readonly Segment<Look>[]

export interface Size {
  readonly rows: number
  readonly columns: number
}

export const piece = (text: string, ...looks: Look[]): Segment<Look> => ({ text, looks })

export const blank: Row = []

/** A row with a part at the left and one at the right end; the left one gives way. */
export function spread(left: Row, right: Row, width: number): Row {
  const taken = rowWidth(right)
  const room = width - taken - (taken > 0 ? 1 : 0)
  const shown = clip(left, room)
  return taken === 0 ? shown : [...shown, piece(' '.repeat(Math.max(1, width - rowWidth(shown) - taken))), ...right]
}

export const rowWidth = (row: Row): number => row.reduce((total, { text }) => total + widthOf(text), 0)

/** As much of a row as there is room for. */
export function clip(row: Row, width: number): Row {
  let used = 0
  const shown: Segment<Look>[] = []
  for (const { text, looks } of row) {
    const room = width - used
    if (room <= 0) break
    for (const part of throughWindow<Look>(text, [], 0, room)) shown.push({ text: part.text, looks })
    used += Math.min(room, widthOf(text))
  }
  return shown
}

/** A formula through a window, with parts of it painted. */
export function formula(
  text: string,
  painted: readonly Painted<Look>[],
  from: number,
  width: number,
  ...looks: Look[]
): Row {
  return throughWindow(text, painted, from, width).map(part => ({ text: part.text, looks: [...looks, ...part.looks] }))
}

/** Exactly so many rows: the others left out, or blank ones added. */
export function exactly(rows: readonly Row[], count: number): Row[] {
  return Array.from({ length: Math.max(0, count) }, (_, i) => rows[i] ?? blank)
}

/** The part of a list around the selected one, so many of them. */
export function around<T>(items: readonly T[], selected: number, count: number): { items: readonly T[]; from: number } {
  const from = Math.max(0, Math.min(selected - Math.floor(count / 2), items.length - count))
  return { items: items.slice(from, from + count), from }
}
