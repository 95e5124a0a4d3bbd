import { cellsOf } from './cells.ts'

/** A line of text that is typed. */
export interface Input {
  readonly text: string
  /** Before which character the next one goes. */
  readonly caret: number
}

export const emptyInput: Input = { text: '', caret: 0 }

export const inputOf = (text: string): Input => ({ text, caret: text.length })

/** A key as ink hands it over. */
export interface Key {
  readonly leftArrow?: boolean
  readonly rightArrow?: boolean
  readonly upArrow?: boolean
  readonly downArrow?: boolean
  readonly pageUp?: boolean
  readonly pageDown?: boolean
  readonly home?: boolean
  readonly end?: boolean
  readonly return?: boolean
  readonly escape?: boolean
  readonly tab?: boolean
  readonly backspace?: boolean
  readonly delete?: boolean
  readonly ctrl?: boolean
  readonly meta?: boolean
  readonly shift?: boolean
}

/** The line after a key; undefined for a key that is not for a line of text. */
export function edited({ text, caret }: Input, character: string, key: Key): Input | undefined {
  const before = text.slice(0, caret)
  const after = text.slice(caret)
  if (key.leftArrow) return { text, caret: caret - lastCell(before) }
  if (key.rightArrow) return { text, caret: caret + firstCell(after) }
  if (key.home || (key.ctrl && character === 'a')) return { text, caret: 0 }
  if (key.end || (key.ctrl && character === 'e')) return { text, caret: text.length }
  // Terminals send DEL for the key that people call backspace, and ink calls that delete.
  if (key.backspace || key.delete) {
    const gone = lastCell(before)
    return { text: before.slice(0, before.length - gone) + after, caret: caret - gone }
  }
  if (key.ctrl && character === 'u') return { text: after, caret: 0 }
  if (key.ctrl && character === 'k') return { text: before, caret }
  if (key.ctrl && character === 'w') {
    const kept = before.replace(/\S*\s*$/, '')
    return { text: kept + after, caret: kept.length }
  }
  if (key.ctrl || key.meta || key.return || key.escape || key.tab || key.upArrow || key.downArrow) return undefined
  // A pasted program may have several lines, which the language takes as well as semicolons.
  const typed = character.replace(/\r\n?|\n/g, '; ').replace(/\p{Cc}/gu, '')
  return typed === '' ? undefined : { text: before + typed + after, caret: caret + typed.length }
}

const lastCell = (text: string) => cellsOf(text).at(-1)?.text.length ?? 0
const firstCell = (text: string) => cellsOf(text)[0]?.text.length ?? 0
