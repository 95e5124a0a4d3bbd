import { type Expression, eye, negate, ones, type Store, sum } from '@matrix-derive/core'
import { lowerTriangle, upperTriangle } from '@matrix-derive/operators'

/** Constants to write matrices of 2×2 blocks with: M = [A B; C D] is a sum of Kronecker products. */
export interface TwoByTwo {
  /** [1 0; 0 1] */
  readonly both: Expression
  /** [0 1; 0 0]: N⊗B has B in the upper right corner. */
  readonly shift: Expression
  /** [1 0]: (row⊗I)*M is the upper half. */
  readonly upper: Expression
  /** [0; 1]: M*(column⊗I) is the right half. */
  readonly right: Expression
}

export function twoByTwo(store: Store): TwoByTwo {
  const [two, all] = [ones(store, { rows: '2', cols: '1' }), ones(store, { rows: '2', cols: '2' })]
  const both = eye(store, '2')
  return {
    both,
    shift: sum(store, [upperTriangle(store, all), negate(store, both)]),
    upper: lowerTriangle(store, ones(store, { rows: '1', cols: '2' })),
    right: sum(store, [two, negate(store, upperTriangle(store, two))]),
  }
}
