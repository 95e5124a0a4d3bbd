import { Precedence } from '@matrix-derive/core'

/**
 * What a written piece looks like from outside. It decides what may stand next to it without a sign: two letters
 * may (AX), a word or a function may not.
 */
export type Look =
  | 'letter'
  | 'number'
  | 'word'
  | 'call'
  | 'operator'
  | 'bracket'
  | 'differential'
  | 'power'
  /** Ends with a term that reaches as far as it can, as ∑ᵢ xᵢ. */
  | 'sum'
  | 'other'

/** A written expression: all that its surroundings need to know in order to place it, so that no text is ever read again. */
export interface Piece {
  /** Without the leading minus. */
  readonly text: string
  /** How tightly it binds; see Precedence. */
  readonly level: number
  readonly look: Look
  /** A minus stands in front. Kept apart, because a sum turns it into its own sign. */
  readonly negative: boolean
  /** Higher than a line of letters, so that brackets around it must grow. */
  readonly tall: boolean
  /** Of a letter with an index, where an exponent stands above the index and not behind it. */
  readonly indexed?: Indexed
}

/** A letter and its index, each written for itself. */
export interface Indexed {
  readonly letter: string
  readonly below: string
}

export function piece(text: string, level: number, look: Look = 'other', tall = false, negative = false): Piece {
  return { text, level, look, negative, tall }
}

export const atom = (text: string, look: Look, tall = false): Piece => piece(text, Precedence.atom, look, tall)

/** The body behind a minus, which is no name and no function any more, whatever the body is. */
export const negated = ({ text, level, tall }: Piece): Piece =>
  piece(text, Math.min(level, Precedence.product), 'other', tall, true)

export const isTall = (pieces: readonly Piece[]): boolean => pieces.some(({ tall }) => tall)
