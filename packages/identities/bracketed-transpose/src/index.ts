import {
  brackets,
  defineIdentity,
  type Expression,
  hadamardOperator,
  holdsDifferential,
  kronOperator,
  productOperator,
  type Store,
  transpose,
  turned,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * X'B' is shorter than (BX)', but (BX)' ⊗ A is shorter than (X'B') ⊗ A.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: ['kron', 'hadamard', 'times'],
  statement: [
    "kron(X'*Y', A) -> kron((Y*X)', A)",
    "(X'*Y') .* B -> (Y*X)' .* B",
    "(X' .* Z')*C -> (X .* Z)'*C",
    "kron(X', Y')*D -> kron(X, Y)'*D",
  ],
  where: {
    X: 'matrix(m,n)',
    Y: 'matrix(k,m)',
    Z: 'matrix(m,n)',
    A: 'matrix(p,q)',
    B: 'matrix(n,k)',
    C: 'matrix(m,p)',
    D: 'matrix(m*k,p)',
  },
  title: 'one transpose outside of brackets',
  source: 'Matrix Cookbook (2012), eq. 5 and 510',
  inContext: true,
  apply: (node, { store }) => {
    if (holdsDifferential(node)) return undefined
    const bracketed = node.operator === productOperator ? [hadamardOperator, kronOperator] : [productOperator]
    const operands = node.operands.map(operand =>
      bracketed.includes(operand.operator) ? outside(store, operand) : operand,
    )
    return operands.every((operand, i) => operand === node.operands[i])
      ? undefined
      : store.apply(node.operator, operands)
  },
})

/** The operand as the transpose of something, where that saves more transposes than it costs. */
function outside(store: Store, operand: Expression): Expression {
  const whole = transpose(store, turned(store, operand))
  return whole.cost < operand.cost + brackets ? whole : operand
}
