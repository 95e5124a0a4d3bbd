import { defineOperator, type Expression, interval, type Store } from '@matrix-derive/core'
import { shift, total } from './arithmetic.ts'
import { expOperator, logOperator } from './elementwise.ts'

// Both subtract the largest entry before taking exponentials: it cancels, and nothing overflows.

/** log(sum(exp(X))). */
export const logSumExpOperator = defineOperator({
  name: 'logsumexp',
  summary: 'the logarithm of the sum of the exponentials of all entries',
  signature: 'matrix(m,n) -> scalar',
  notation: { form: 'function', latex: '\\operatorname{logsumexp}' },
  evaluate: (algebra, [x]) => {
    const largest = algebra.max(x)
    const weights = algebra.elementwise(expOperator.elementwise!, expOperator.name, shift(algebra, x, largest))
    const logarithm = algebra.elementwise(logOperator.elementwise!, logOperator.name, total(algebra, weights))
    return algebra.add(largest, logarithm)
  },
})

/** exp(x)/sum(exp(x)): the gradient of logsumexp. */
export const softmaxOperator = defineOperator({
  name: 'softmax',
  summary: 'the exponentials of a vector, divided by their sum',
  signature: ['vector(n) -> vector(n)', 'rowvector(n) -> rowvector(n)'],
  certainty: () => ({ entries: interval.apartFromZero(interval.between(0, 1)) }),
  notation: { form: 'function', latex: '\\operatorname{softmax}' },
  letter: 'p',
  evaluate: (algebra, [x]) => {
    const weights = algebra.elementwise(expOperator.elementwise!, expOperator.name, shift(algebra, x, algebra.max(x)))
    return algebra.scale(algebra.reciprocal(total(algebra, weights)), weights)
  },
})

export function logSumExp(store: Store, x: Expression): Expression {
  return store.apply(logSumExpOperator, [x])
}

export function softmax(store: Store, x: Expression): Expression {
  return store.apply(softmaxOperator, [x])
}
