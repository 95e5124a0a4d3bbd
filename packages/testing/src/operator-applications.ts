import {
  createStore,
  type Expression,
  type Operator,
  operandShape,
  type Store,
  sameShape,
  symbol,
} from '@matrix-derive/core'

/** The operator applied to symbols of the shapes of one of its signatures. */
export interface Application {
  readonly store: Store
  readonly expression: Expression
  readonly operands: readonly Expression[]
  readonly signature: string
}

/** One application for each signature; operands that may repeat come once more often than they have to. */
export function applications(operator: Operator, facts = 0): Application[] {
  return operator.signatures.map(signature => {
    const store = createStore()
    const count = signature.operands.length + (signature.repeats ? 1 : 0)
    const operands = Array.from({ length: count }, (_, i) => {
      const shape = operandShape(signature, i)
      return symbol(store, `X${i + 1}_`, shape, sameShape(shape, { rows: shape.cols, cols: shape.rows }) ? facts : 0)
    })
    return { store, expression: store.apply(operator, operands), operands, signature: signature.text }
  })
}
