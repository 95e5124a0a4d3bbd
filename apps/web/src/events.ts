import type { Problem } from '@matrix-derive/core'
import type { Success } from '@matrix-derive/request'

const usual = { bubbles: true, composed: true }

/** Another derivation is shown, or what is known of it changed: its proof arrived, a step was taken by hand. */
export class MatrixDeriveChangeEvent extends CustomEvent<{ readonly derivation: Success }> {
  /** @param write puts the derivation down as data, which is long work that not every listener wants done */
  constructor(write: () => Success) {
    let written: Success | undefined
    const detail = {
      get derivation() {
        written ??= write()
        return written
      },
    }
    super('matrix-derive-change', { ...usual, detail })
  }
}

/** What was asked cannot be derived. */
export class MatrixDeriveErrorEvent extends CustomEvent<Problem> {
  constructor(problem: Problem) {
    super('matrix-derive-error', { ...usual, detail: problem })
  }
}

/** What someone chose in a formula. */
export interface Selection {
  /** Which line of the derivation, from 0. */
  readonly line: number
  /** The subexpression in the input language, and as LaTeX. */
  readonly text: string
  readonly latex: string
  readonly shape: readonly [rows: string, cols: string]
}

/** A subexpression was chosen, by click or by key. */
export class MatrixDeriveSelectEvent extends CustomEvent<Selection> {
  constructor(selection: Selection) {
    super('matrix-derive-select', { ...usual, detail: selection })
  }
}

declare global {
  interface HTMLElementEventMap {
    'matrix-derive-change': MatrixDeriveChangeEvent
    'matrix-derive-error': MatrixDeriveErrorEvent
    'matrix-derive-select': MatrixDeriveSelectEvent
  }
}
