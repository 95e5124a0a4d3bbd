import type { Problem } from '@matrix-derive/core'
import type { Asking, Intent, Question, Session, Span, Typed } from '@matrix-derive/exploration'

// What passes between the screen and the thread that works: plain data, in both directions.

/** What the screen asks for. Each has a number, and the scene that answers it says which. */
export type Request =
  | { readonly kind: 'intent'; readonly intent: Exclude<Intent, { kind: 'apply' }> }
  /** One of the choices of the last scene. */
  | { readonly kind: 'apply'; readonly choice: number }
  /** What is to be seen: so many rows, the choices at the cursor, the line at the cursor unfolded. */
  | { readonly kind: 'show'; readonly rows: number; readonly exploring: boolean; readonly unfolded: boolean }
  /** A program as far as it is typed, and the declarations that go with it. */
  | { readonly kind: 'read'; readonly asking: Asking }
  | { readonly kind: 'hint' }
  | { readonly kind: 'check'; readonly claim: string }
  /** Numbers from a file, or drawn by chance. */
  | { readonly kind: 'numbers'; readonly file?: string; readonly seed: number }
  | { readonly kind: 'export'; readonly format: ExportFormat; readonly file?: string }
  | { readonly kind: 'search'; readonly words: string }
  | { readonly kind: 'identity'; readonly name: string }

export type ExportFormat = 'latex' | 'markdown' | 'text' | 'derivation'

/** A row of the derivation. */
export interface LineRow {
  readonly number: number
  /** What stands left of the equals sign, where it is written. */
  readonly left: string
  readonly right: string
  /** Whether the right side is only those terms that changed. */
  readonly partial: boolean
  /** Whether a blank row comes before it. */
  readonly opens: boolean
  /** `name@version` and why; nothing for what claims nothing. */
  readonly law: string
  readonly reason: string
  readonly mark: Mark
  /** What the line introduces: `with y = W*x + b`; and for an answer its layout and shape. */
  readonly notes: readonly string[]
  readonly isAnswer: boolean
  /** What the cursor is on; what has changed from the line before; what will change in the next one. */
  readonly chosen: readonly Span[]
  readonly changed: readonly Span[]
  readonly changing: readonly Span[]
}

/** Proved, equal in floating point, not to be checked, false, not asked yet. */
export type Mark = '✓' | '≈' | '?' | '✗' | '·'

/** Something that may be done at the cursor. */
export interface ChoiceRow {
  readonly law: string
  readonly title: string
  /** The line that would come of it, and where in it. */
  readonly preview: string
  readonly changed: readonly Span[]
}

/** Text in an answer of its own: a claim judged, numbers, what was exported. */
export interface Note {
  readonly title: string
  readonly lines: readonly string[]
  readonly tone: 'good' | 'bad' | 'plain'
  /** For the clipboard. */
  readonly copy?: string
}

/** The derivation, as much of it as there is room for. */
export interface Sheet {
  readonly question: Question
  readonly heading: readonly string[]
  readonly kinds: string
  readonly layouts: readonly string[]
  readonly rows: readonly LineRow[]
  /** How wide the left sides are. */
  readonly indent: number
  readonly lines: number
  readonly cursor: number
  /** How deep in the line the cursor is, and what it is on. */
  readonly depth: number
  readonly chosen: string
  readonly choices: readonly ChoiceRow[]
  readonly unfolded: readonly string[]
  readonly complete: boolean
  readonly setAside: number
  readonly conditions: readonly string[]
  readonly branches: number
  readonly branch: number
  readonly undo: number
  readonly redo: number
  /** How many lines are proved, and of how many. */
  readonly proved: readonly [number, number]
  readonly problem?: Problem
}

/** One law of the catalogue. */
export interface LawRow {
  readonly name: string
  readonly version: string
  readonly statement: string
  readonly title: string
}

/** All that there is to see. */
export interface Scene {
  /** The number of the request that this answers; proofs that arrive later bring scenes of their own. */
  readonly answers: number
  readonly session: Session
  readonly tabs: readonly string[]
  readonly active: number
  readonly sheet?: Sheet
  readonly typed?: Typed
  readonly note?: Note
  readonly laws?: readonly LawRow[]
  readonly problem?: Problem
}

/** Whoever works: in this thread or in another one. */
export interface Engine {
  post(request: Request): number
  listen(hear: (scene: Scene) => void): void
  /** Ends the work on everything that was asked for so far. */
  cancel(): void
  close(): void
}
