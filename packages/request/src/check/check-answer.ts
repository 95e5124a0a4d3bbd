import type { Problem } from '@matrix-derive/core'
import type { ClaimCondition, ClaimVerdict, Convention, Counterexample } from '@matrix-derive/verify'
import type { ShapeText } from '../answer.ts'

/** How a claim is related to the derivative. */
export type CheckVerdict = ClaimVerdict['verdict']

/** What is known of a claim, as plain data. Which keys there are besides the first ones depends on the verdict. */
export interface CheckSuccess {
  readonly id?: string | number
  readonly ok: true
  readonly verdict: CheckVerdict
  /** The verdict in a sentence. */
  readonly detail: string
  /** Whether it was found exactly, up to a tiny chance of error, or in floating point. */
  readonly basis: ClaimVerdict['basis']
  /** The layout that the claim was measured against. */
  readonly layout: string
  readonly wrt: string
  readonly claim: string
  /** Absent where the claim has no shape because its parts do not fit. */
  readonly claimShape?: ShapeText
  /** The derivative in that layout. */
  readonly expected: { readonly text: string; readonly latex: string; readonly shape: ShapeText }
  /** The layouts in which the claim is the derivative: of `equal`, `other-layout` and `conditional`. */
  readonly layouts?: readonly string[]
  /** Of `transposed`: what is. */
  readonly transposed?: 'derivative' | 'function' | 'variable' | 'both'
  /** Of `scaled`: the claim is this times the derivative. */
  readonly by?: string
  /** Of `conditional`, and of `other-convention` where the variable was not declared so. */
  readonly conditions?: readonly ClaimCondition[]
  /** Of `other-convention`. */
  readonly convention?: Convention
  /** Of `wrong`: values at which the claim, `left`, differs from the derivative, `right`. */
  readonly counterexample?: Counterexample
  /** Of `wrong`: what would have to be added to the claim, where that is shorter than the derivative. */
  readonly difference?: string
  /** Of `wrong`: why the claim is no formula at all. */
  readonly problem?: Problem
  readonly assumptions: readonly string[]
  readonly notes: readonly string[]
  /** Plugins that were left out, and why. */
  readonly warnings?: readonly Problem[]
}
