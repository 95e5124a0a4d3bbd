import { repeated } from '../certainty/interval.ts'
import { unit } from './dimension.ts'
import type { Expression } from './expression.ts'
import { Fact, has, inheritedFacts, transposeFacts } from './facts.ts'
import { defineOperator } from './operator.ts'
import { shapeSize } from './shape.ts'
import type { Store } from './store.ts'

// The operators that the engine's linear forms tr(G*d(X)), J*vec(d(X)) and J*d(r)' are written with.

export const transposeOperator = defineOperator({
  name: 'transpose',
  summary: 'the transpose',
  signature: 'matrix(m,n) -> matrix(n,m)',
  facts: ([x]) => transposeFacts(x.facts),
  certainty: ({ operands: [x] }, known) => known(x),
  linear: [0],
  notation: { form: 'postfix', text: "'", unicode: 'ᵀ', latex: '^{\\top}' },
  evaluate: (algebra, [x]) => algebra.gather(x, algebra.cols(x), algebra.rows(x), (i, j) => [j, i]),
})

export const traceOperator = defineOperator({
  name: 'tr',
  aliases: ['trace'],
  summary: 'the trace: the sum of the diagonal entries',
  signature: 'matrix(n,n) -> scalar',
  certainty: ({ operands: [x] }, known) => ({ entries: repeated(known(x).diagonal) }),
  linear: [0],
  notation: { form: 'function', latex: '\\operatorname{tr}' },
  evaluate: (algebra, [x]) => {
    let total = algebra.gather(x, 1, 1, () => undefined)
    for (let k = 0; k < algebra.rows(x); k++)
      total = algebra.add(
        total,
        algebra.gather(x, 1, 1, () => [k, k]),
      )
    return total
  },
})

export const vecOperator = defineOperator({
  name: 'vec',
  summary: 'the columns of a matrix stacked into one vector',
  shape: ([x]) => ({ rows: shapeSize(x.shape), cols: unit }),
  certainty: ({ operands: [x] }, known) => {
    const { entries, nonvanishing } = known(x)
    return { entries, nonvanishing }
  },
  linear: [0],
  notation: { form: 'function', latex: '\\operatorname{vec}' },
  evaluate: (algebra, [x]) => {
    const rows = algebra.rows(x)
    return algebra.gather(x, rows * algebra.cols(x), 1, i => [i % rows, Math.floor(i / rows)])
  },
})

/** d(.): the differential, linear in what it stands before. */
export const differentialOperator = defineOperator({
  name: 'd',
  summary: 'the differential',
  signature: 'matrix(m,n) -> matrix(m,n)',
  facts: ([x]) =>
    Fact.differential |
    (x.facts & (Fact.symmetric | Fact.skew | Fact.diagonal | Fact.lower | Fact.upper)) |
    inheritedFacts([x]),
  notation: { form: 'own' },
  // The evaluator hands over the tangent of the operand, which is the meaning of d(.).
  evaluate: (_algebra, [tangent]) => tangent,
})

export function transpose(store: Store, x: Expression): Expression {
  return store.apply(transposeOperator, [x])
}

export function trace(store: Store, x: Expression): Expression {
  return store.apply(traceOperator, [x])
}

export function vec(store: Store, x: Expression): Expression {
  return store.apply(vecOperator, [x])
}

export function differential(store: Store, x: Expression): Expression {
  return store.apply(differentialOperator, [x])
}

/** The transpose without a transpose: the operand of a transpose, the transpose of anything else. */
export function flip(store: Store, x: Expression): Expression {
  return x.operator === transposeOperator ? x.operands[0] : transpose(store, x)
}

export const isTranspose = (x: Expression): boolean => x.operator === transposeOperator
export const isDifferential = (x: Expression): boolean => x.operator === differentialOperator
/** Whether a differential stands anywhere below. */
export const holdsDifferential = (x: Expression): boolean => has(x.facts, Fact.differential)
