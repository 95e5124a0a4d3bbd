import type { Shape } from '@matrix-derive/core'
import type { Counterexample } from '../counterexample.ts'

/** How a claim about a derivative is related to the derivative. */
export type ClaimVerdict = (
  | { readonly verdict: 'equal' | 'other-layout'; readonly layouts: readonly string[] }
  /** The transpose of the derivative, or the derivative of the transpose of f, by the transpose of the variable, or of both. */
  | { readonly verdict: 'transposed'; readonly transposed: 'derivative' | 'function' | 'variable' | 'both' }
  /** `by` times the derivative: a number, or the name of a size or scalar in it. */
  | { readonly verdict: 'scaled'; readonly by: string; readonly layout: string | undefined }
  /** A gradient of another convention for a variable whose entries are not independent. */
  | {
      readonly verdict: 'other-convention'
      readonly convention: Convention
      /** What must hold for it; empty where it does by declaration. */
      readonly conditions: readonly ClaimCondition[]
    }
  | {
      readonly verdict: 'conditional'
      readonly conditions: readonly ClaimCondition[]
      readonly layouts: readonly string[]
    }
  | { readonly verdict: 'wrong'; readonly expected: readonly Shape[]; readonly counterexample?: Counterexample }
) & {
  /** Whether what the verdict says was found exactly, or in floating point. */
  readonly basis: 'exact' | 'numeric'
}

/**
 * `plain`: the gradient with all entries independent, where another one is expected. `projected`: the gradient projected to the structure, for symmetric X (G + G')/2. `independent`: the derivative by
 * the free entries, for symmetric X G + G' - diag(G). `directional`: another matrix with the same inner product with every
 * direction that keeps the structure.
 */
export type Convention = 'plain' | 'projected' | 'independent' | 'directional'

/** Something that makes a claim true: `A` is `symmetric`, or the sizes `m` and `n` are equal. */
export type ClaimCondition =
  | { readonly kind: 'structure'; readonly name: string; readonly structure: string }
  | { readonly kind: 'equal-sizes'; readonly sizes: readonly string[] }
