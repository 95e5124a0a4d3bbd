import type { Question } from '@matrix-derive/exploration'
import type { ExportFormat, Request, Scene } from '../scene.ts'
import { emptyInput, type Input } from './input.ts'

// What the screen itself has to remember. All else is in the scene.

/** What the keys are for at the moment. */
export type Mode =
  /** Typing a program and how it is to be derived. */
  | 'ask'
  /** Going through the lines of a derivation. */
  | 'lines'
  /** Going through the tree of a line and choosing what to do there. */
  | 'explore'
  /** Typing an answer to be checked; a file of values; a file for the export; words of the catalogue. */
  | 'check'
  | 'numbers'
  | 'export'
  | 'search'
  /** Reading what came of something. */
  | 'note'
  | 'help'

export const fields = ['program', 'by', 'with', 'layout', 'order', 'start'] as const
export type Field = (typeof fields)[number]

/** The question as it is being put together. */
export interface Form {
  readonly program: Input
  readonly by: Input
  readonly with: Input
  readonly layout: number
  readonly order: number
  readonly start: 'strategy' | 'hand'
  /** Whether it goes in the place of the question that is open. */
  readonly replaces: boolean
}

export interface Screen {
  readonly mode: Mode
  /** Where Escape and a finished note lead back to. */
  readonly back: Mode
  readonly form: Form
  readonly field: Field
  /** Which example is chosen; -1 for none, while the program is typed. */
  readonly example: number
  /** Where one goes on if what was asked for turns out to be wrong: what was typed is mended there. */
  readonly again: Mode
  /** The line of text of the modes that have one. */
  readonly input: Input
  /** Which choice, law or format is selected. */
  readonly selected: number
  /** How far lines and notes are scrolled. */
  readonly offset: number
  readonly scrolled: number
  readonly unfolded: boolean
  readonly format: ExportFormat
  /** The seed of the numbers drawn last. */
  readonly seed: number
}

/** What a key leads to. */
export interface Reaction {
  readonly screen: Screen
  readonly requests?: readonly Request[]
  readonly effect?: 'quit'
}

export const emptyForm: Form = {
  program: emptyInput,
  by: emptyInput,
  with: emptyInput,
  layout: 0,
  order: 1,
  start: 'strategy',
  replaces: false,
}

/** What is to be seen at first: the work as it was left, or the question for some. */
export function firstScreen(scene: Scene): Screen {
  const text = scene.session.typing
  return {
    mode: scene.tabs.length > 0 && text === '' ? 'lines' : 'ask',
    back: 'lines',
    again: 'lines',
    form: { ...emptyForm, program: { text, caret: text.length } },
    field: 'program',
    example: -1,
    input: emptyInput,
    selected: 0,
    offset: 0,
    scrolled: 0,
    unfolded: false,
    format: 'latex',
    seed: 1,
  }
}

export const layoutNames = ['numerator', 'denominator', 'mixed']

/** Declarations as they are typed: `A: symmetric(n), x: vector(n)`. What is none stays, for the reader to complain of. */
export function declarationsIn(text: string): Record<string, string> {
  const parts = text.split(/[,;](?![^(]*\))/).filter(part => part.trim() !== '')
  return Object.fromEntries(
    parts.map(part => {
      const [name, ...kind] = part.split(':')
      return [name.trim(), kind.join(':').trim()]
    }),
  )
}

/** The form of a question that is open already. */
export function formOf({ expression, variables, wrt, layout, order }: Question, layouts: readonly string[]): Form {
  const input = (text: string) => ({ text, caret: text.length })
  return {
    program: input(expression),
    by: input(wrt.join(', ')),
    with: input(
      Object.entries(variables)
        .map(([name, kind]) => `${name}: ${kind}`)
        .join(', '),
    ),
    layout: Math.max(0, layouts.indexOf(layout)),
    order,
    start: 'strategy',
    replaces: true,
  }
}

/** Programs to begin with. */
export const examples: readonly { readonly program: string; readonly by: string; readonly with?: string }[] = [
  { program: 'tr(A*X*B)', by: 'X' },
  { program: "x'*A*x", by: 'x' },
  { program: 'norm2(W*x + b)^2', by: 'W', with: 'x: vector(n)' },
  { program: 'log(det(X))', by: 'X' },
  {
    program: 'l(W2*sigma(W1*x))',
    by: 'W1',
    with: 'x: vector(n), sigma: elementwise, l: function(vector(m)) -> scalar',
  },
  { program: 'h = tanh(W*x + b); norm2(h - t)^2', by: 'W, b' },
]
