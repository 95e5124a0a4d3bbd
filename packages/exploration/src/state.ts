import type { Place, StructureMode } from '@matrix-derive/core'
import type { Move } from '@matrix-derive/request'
import type { Patch } from 'immer'

// All that is kept of an exploration. It is plain data: expressions are found again by making the moves anew.

/** What is derived, as the person put it. */
export interface Question {
  /** A program of the input language. */
  readonly expression: string
  /** Declarations by name; what is missing is inferred. */
  readonly variables: Readonly<Record<string, string>>
  readonly wrt: readonly string[]
  readonly layout: string
  readonly order: number
  /** What becomes of the structure of variables; `ignore` where absent. */
  readonly structure?: StructureMode
}

/** One way of going about a question. */
export interface Branch {
  readonly moves: readonly Move[]
}

/** What undo goes back through. */
export interface Document {
  readonly question: Question
  readonly branches: readonly Branch[]
  readonly branch: number
}

/** A change of the document, both ways. */
export interface Change {
  readonly patches: readonly Patch[]
  readonly inverse: readonly Patch[]
}

/** Where somebody is: a line, and a subexpression in it. */
export interface Cursor {
  readonly at: Place
  readonly path: readonly number[]
}

/** One program that is worked on. */
export interface Tab {
  readonly document: Document
  readonly past: readonly Change[]
  readonly future: readonly Change[]
  readonly cursor: Cursor
}

export interface Session {
  readonly tabs: readonly Tab[]
  readonly active: number
  /** A program that somebody has begun to type and not yet asked about. */
  readonly typing: string
}

export const emptySession: Session = { tabs: [], active: 0, typing: '' }

export function activeTab({ tabs, active }: Session): Tab | undefined {
  return tabs[active]
}

export function movesOf({ branches, branch }: Document): readonly Move[] {
  return branches[branch].moves
}
