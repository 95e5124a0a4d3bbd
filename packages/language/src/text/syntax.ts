import type { Rational, Span } from '@matrix-derive/core'

/** `*` and `/` as matrices, `.*` and `./` entry by entry, `⊗` Kronecker. */
export type FactorSign = '*' | '/' | '.*' | './' | '⊗'

export interface Term {
  readonly negative: boolean
  readonly term: Syntax
}

export interface Factor {
  /** How it is joined to the factors on its left; `*` for the first. */
  readonly sign: FactorSign
  readonly factor: Syntax
}

/**
 * An expression as it was typed, before names mean anything. Sums and products are flat, so that the length of
 * a line never becomes depth; every part knows its text.
 */
export type Syntax =
  | { readonly kind: 'number'; readonly value: Rational; readonly span: Span }
  | { readonly kind: 'name'; readonly name: string; readonly span: Span }
  | {
      /** name(arguments), with `order` primes after the name. */
      readonly kind: 'call'
      readonly name: string
      readonly order: number
      readonly operands: readonly Syntax[]
      readonly nameSpan: Span
      readonly span: Span
    }
  | {
      /** D(l)(arguments): `callee` is the call D(l). */
      readonly kind: 'jacobian'
      readonly callee: Syntax
      readonly operands: readonly Syntax[]
      readonly span: Span
    }
  | { readonly kind: 'norm'; readonly operand: Syntax; readonly span: Span }
  | { readonly kind: 'sum'; readonly terms: readonly Term[]; readonly span: Span }
  | { readonly kind: 'product'; readonly factors: readonly Factor[]; readonly span: Span }
  | { readonly kind: 'negation'; readonly operand: Syntax; readonly span: Span }
  | { readonly kind: 'transpose'; readonly operand: Syntax; readonly span: Span }
  | {
      readonly kind: 'power'
      readonly operand: Syntax
      readonly exponent: Syntax
      readonly entrywise: boolean
      readonly span: Span
    }
  | {
      /** sum(index in from..to, term) */
      readonly kind: 'series'
      readonly index: string
      readonly from: Syntax
      readonly to: Syntax
      readonly term: Syntax
      readonly span: Span
    }
  /** family[index] */
  | { readonly kind: 'element'; readonly name: string; readonly index: Syntax; readonly span: Span }
  | Members

/** All members of a family: [name[1], ..., name[last]] side by side, with `;` one below the other. */
export interface Members {
  readonly kind: 'members'
  readonly name: string
  readonly last: Syntax
  readonly down: boolean
  readonly span: Span
}

export interface Definition {
  readonly name: string
  readonly nameSpan: Span
  readonly expression: Syntax
}

/** Definitions, and the one expression they are for. */
export interface Program {
  readonly text: string
  readonly definitions: readonly Definition[]
  readonly expression: Syntax
}
