import {
  defineIdentity,
  type Expression,
  equalRational,
  holdsDifferential,
  isNegative,
  isOneExpression,
  isOnes,
  minusOne,
  type Store,
  scale,
  sigmoidOperator,
  splitCoefficient,
  sumOperator,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Next to sigmoid(-x) itself the slope of sigmoid stays what it is: see sigmoid-even.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: ['times', 'hadamard'],
  statement: ['(1 - sigmoid(-a))*X -> sigmoid(a)*X', '(matrix(1) - sigmoid(-Y)) .* X -> sigmoid(Y) .* X'],
  where: { a: 'scalar', X: 'matrix(m,n)', Y: 'matrix(m,n)' },
  title: '1 - sigmoid(-x) = sigmoid(x)',
  source: 'by definition',
  apply: (node, { store }) => {
    if (holdsDifferential(node)) return undefined
    for (const [at, factor] of node.operands.entries()) {
      const missing = missingToOne(store, factor)
      if (missing === undefined || node.operands.includes(missing)) continue
      const turned = store.apply(sigmoidOperator, [scale(store, minusOne, missing.operands[0])])
      return store.apply(node.operator, node.operands.with(at, turned))
    }
    return undefined
  },
})

/** The sigmoid(-x) of 1 - sigmoid(-x); undefined for anything else. */
function missingToOne(store: Store, { operator, operands }: Expression): Expression | undefined {
  if (operator !== sumOperator || operands.length !== 2 || !operands.some(x => isOneExpression(x) || isOnes(x))) {
    return undefined
  }
  const parts = operands.map(term => splitCoefficient(store, term))
  const found = parts.find(({ rest }) => rest.operator === sigmoidOperator)
  if (found === undefined || !equalRational(found.coefficient, minusOne)) return undefined
  return isNegative(splitCoefficient(store, found.rest.operands[0]).coefficient) ? found.rest : undefined
}
