import type { Expression } from '@matrix-derive/core'
import { createPrinter, type PrintOptions, type Style, unicodeStyle } from '@matrix-derive/notation'

/** A part of a text: from one place of it up to another one. */
export type Span = readonly [start: number, end: number]

/** A formula in Unicode, and where the subexpressions stand that were asked for. */
export interface Marked {
  readonly text: string
  readonly spans: readonly Span[]
}

// Characters for private use: no program has them, since names are letters and digits.
const open = '\u{E000}'
const close = '\u{E001}'

/** Writes an expression in Unicode and says where these subexpressions stand in it, each everywhere it occurs. */
export function writeMarked(expression: Expression, wanted: readonly Expression[], options: PrintOptions = {}): Marked {
  const targets = new Set(wanted)
  const style: Style = {
    ...unicodeStyle,
    place: (text, node) => (targets.has(node) ? mark(text) : text),
    // A raised exponent is found by its own characters, so they are what is marked.
    power(base, exponent, entrywise) {
      const { text } = unmarked(exponent.text)
      const power = unicodeStyle.power(base, { ...exponent, text }, entrywise)
      return text === exponent.text ? power : base + mark(power.slice(base.length))
    },
  }
  const marked = unmarked(createPrinter(style, options)(expression))
  // A sign before a term belongs to the sum around it; before the whole it belongs to the whole.
  return targets.has(expression) ? { ...marked, spans: [[0, marked.text.length], ...marked.spans.slice(1)] } : marked
}

const mark = (text: string) => `${open}${text}${close}`

function unmarked(written: string): Marked {
  const spans: Span[] = []
  const starts: number[] = []
  let text = ''
  for (const part of written.split(/([\u{E000}\u{E001}])/u)) {
    if (part === open) starts.push(text.length)
    else if (part === close) spans.push([starts.pop()!, text.length])
    else text += part
  }
  return { text, spans: spans.sort((a, b) => a[0] - b[0] || b[1] - a[1]) }
}
