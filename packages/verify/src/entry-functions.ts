import type { Elementwise } from '@matrix-derive/core'
import type { Partial } from './abstract-function.ts'
import type { DualMatrix } from './dual-matrix.ts'

/** A function of one entry together with its derivative. */
export interface Differentiable {
  readonly value: (x: number) => number
  readonly derivative: (x: number) => number
}

/** x^e and how it changes with x and with e. */
export interface PowerAt {
  readonly value: number
  readonly byBase: number
  /** A function, for it exists in fewer places than the rest: x^e log x. */
  readonly byExponent: () => number
}

/** What a dual algebra needs to know about functions that are not rational: real, or opaque over a prime field. */
export interface EntryFunctions {
  elementwise(f: Elementwise, name: string): Differentiable
  abstractElementwise(name: string): Differentiable
  /** The partial derivatives of the declared function of that name at the arguments x, all in one vector. */
  abstractFunction(root: string, x: readonly number[]): (partial: Partial) => number
  power(x: number, exponent: number): PowerAt
  /** A shift that keeps softmax and its kin from overflowing. */
  max(entries: Float64Array): number
  analytic(name: string, operands: readonly DualMatrix[]): DualMatrix
}
