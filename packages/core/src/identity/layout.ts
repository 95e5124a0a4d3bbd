import type { Expression } from '../expression/expression.ts'
import { isScalar, type Kind, type Shape } from '../expression/shape.ts'
import type { Store } from '../expression/store.ts'
import type { Identity } from './identity.ts'

/**
 * A way to arrange the entries of a derivative. Derivations work in numerator layout; a layout says how it differs.
 * A derivative of f by x is known by the kinds of the two, as in the layout table of the language reference.
 */
export interface Layout {
  /** What people call it: `numerator`. */
  readonly name: string
  readonly aliases: readonly string[]
  /** The package that brings it, as the identity that a conversion step names: `layout-numerator`. */
  readonly identity: Identity
  /** The derivative, given in numerator layout, in this layout. */
  fromNumerator(store: Store, derivative: Expression, pair: DerivativePair): Expression
  /** The derivative, given in this layout, in numerator layout. */
  toNumerator(store: Store, derivative: Expression, pair: DerivativePair): Expression
}

/** Of what by what. */
export interface DerivativePair {
  readonly of: Shape
  readonly by: Shape
}

/** The rows of the layout table. A row vector counts as the vector of its entries. */
export type LayoutCase =
  | 'scalar by scalar'
  | 'scalar by vector'
  | 'vector by scalar'
  | 'vector by vector'
  | 'scalar by matrix'
  | 'matrix by scalar'
  | 'other'

/**
 * Whether layouts differ in a derivative by these, one after the other. Those of higher order have one arrangement,
 * unless all are by scalars, which leaves them in the shape of the first.
 */
export function dependsOnLayout(by: readonly { readonly shape: Shape }[]): boolean {
  return by.length === 1 || by.every(({ shape }) => isScalar(shape))
}

const plain = (kind: Kind) => (kind === 'row vector' ? 'vector' : kind)

/** Which row of the layout table a derivative belongs to. */
export function layoutCase(of: Kind, by: Kind): LayoutCase {
  const words = `${plain(of)} by ${plain(by)}`
  return words === 'vector by matrix' || words === 'matrix by vector' || words === 'matrix by matrix'
    ? 'other'
    : (words as LayoutCase)
}
