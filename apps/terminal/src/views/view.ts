import type { Numbers, proofOf, Solution } from '@matrix-derive/request'
import type { Colours } from '../colours.ts'

/** What there is to show, and where. */
export interface View {
  readonly solution: Solution
  readonly numbers?: Numbers
  /** What checking the derivation found, where it was asked for. */
  readonly proof?: NonNullable<Awaited<ReturnType<typeof proofOf>>>
  /** Whether the argument is shown, or only the result. */
  readonly steps: boolean
  readonly colours: Colours
  readonly width: number
}

/** The view as text that ends with a new line. */
export type Render = (view: View) => string
