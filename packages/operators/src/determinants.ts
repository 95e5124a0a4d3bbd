import { defineOperator, type Expression, Fact, interval, type Store } from '@matrix-derive/core'
import { logOperator } from './elementwise.ts'
import { keeps, triangular } from './structure.ts'

export const determinantOperator = defineOperator({
  name: 'det',
  summary: 'the determinant',
  signature: 'matrix(n,n) -> scalar',
  // Where v'Xv > 0 all real eigenvalues are positive, and the others come in pairs.
  certainty: ({ operands: [x] }, known) => {
    const { form, invertible } = known(x)
    const sign = form === undefined ? interval.anywhere : interval.nonnegative
    return { entries: invertible ? interval.apartFromZero(sign) : sign }
  },
  notation: { form: 'function', latex: '\\det' },
  evaluate: (algebra, [x]) => algebra.determinant(x),
})

export const logDeterminantOperator = defineOperator({
  name: 'logdet',
  summary: 'the logarithm of the determinant',
  signature: 'matrix(n,n) -> scalar',
  notation: { form: 'function', latex: '\\log\\det' },
  evaluate: (algebra, [x]) => {
    // A singular matrix has none: the determinant that rounding leaves of 0 would pass for one.
    algebra.inverse(x)
    return algebra.elementwise(logOperator.elementwise!, logOperator.name, algebra.determinant(x))
  },
})

/** The transposed matrix of cofactors: det(X)*inv(X) where X is invertible, and defined where it is not. */
export const adjugateOperator = defineOperator({
  name: 'adj',
  summary: 'the adjugate',
  signature: 'matrix(n,n) -> matrix(n,n)',
  facts: keeps(Fact.symmetric | triangular | Fact.positiveDefinite),
  certainty: ({ operands: [x] }, known) => {
    const { form, invertible } = known(x)
    return { form, invertible }
  },
  notation: { form: 'function', latex: '\\operatorname{adj}' },
  evaluate: (algebra, [x]) => algebra.adjugate(x),
})

export function determinant(store: Store, x: Expression): Expression {
  return store.apply(determinantOperator, [x])
}

export function logDeterminant(store: Store, x: Expression): Expression {
  return store.apply(logDeterminantOperator, [x])
}

export function adjugate(store: Store, x: Expression): Expression {
  return store.apply(adjugateOperator, [x])
}
