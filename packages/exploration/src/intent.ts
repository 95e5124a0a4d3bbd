import type { Choice, Place } from '@matrix-derive/core'
import type { Question } from './state.ts'
import type { Direction } from './tree.ts'

/** Everything that a person can want of an exploration. */
export type Intent =
  /** A program in a tab of its own: derived by the strategy, or only its first line, to go on by hand. */
  | { readonly kind: 'open'; readonly question: Asking; readonly by: 'strategy' | 'hand' }
  /** Another question in the place of the active one. */
  | { readonly kind: 'edit'; readonly question: Asking; readonly by: 'strategy' | 'hand' }
  /** Something is typed; what comes of it is for later. */
  | { readonly kind: 'type'; readonly text: string }
  | { readonly kind: 'switch'; readonly tab: number }
  | { readonly kind: 'close' }
  /** To a line, and in it to a subexpression; without a way to the whole line. */
  | { readonly kind: 'place'; readonly at: Place; readonly path?: readonly number[] }
  /** So many lines up or down. */
  | { readonly kind: 'line'; readonly by: number }
  | { readonly kind: 'tree'; readonly direction: Direction }
  /** One of the choices at the cursor. */
  | { readonly kind: 'apply'; readonly choice: Choice }
  /** The strategy does the next line, or all of them, from the line of the cursor. */
  | { readonly kind: 'advance' }
  | { readonly kind: 'finish' }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' }
  /** To another way of going about the question. */
  | { readonly kind: 'branch'; readonly branch: number }
  | { readonly kind: 'drop-branch' }
  | { readonly kind: 'layout'; readonly layout: string }

/** A question; what is left out is inferred, or as usual. */
export type Asking = Pick<Question, 'expression' | 'wrt'> & Partial<Question>
