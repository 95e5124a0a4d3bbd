import {
  defineIdentity,
  type Expression,
  equalRational,
  factorsOf,
  flip,
  isEye,
  isUnopened,
  mayOccur,
  minusOne,
  multiplyRational,
  product,
  pseudoinverseOperator,
  type Store,
  splitCoefficient,
  sumOperator,
  zeros,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Conditions of Penrose: XX⁺ is the orthogonal projector onto the range of X, which is that of X⁺', and X⁺X onto that of X'.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'times',
  statement: [
    'X*pinv(X)*X -> X',
    'pinv(X)*X*pinv(X) -> pinv(X)',
    "X'*X*pinv(X) -> X'",
    "X*pinv(X)*pinv(X)' -> pinv(X)'",
    'X*(eye - pinv(X)*X) -> zeros(m,n)',
    "(X*pinv(X) - eye)*pinv(X)' -> zeros(m,n)",
  ],
  where: { X: 'matrix(m,n)' },
  title: 'XX⁺ changes nothing in the range of X',
  source: 'Magnus and Neudecker, Matrix Differential Calculus, section 2.7',
  apply: (node, { store }) => {
    if (!mayOccur(pseudoinverseOperator, node)) return undefined
    const { operands } = node
    for (let i = 0; i + 1 < operands.length; i++) {
      const [factor, next, third] = operands.slice(i, i + 3)
      const isZero = leavesOut(store, factor, next, 'right') || leavesOut(store, next, factor, 'left')
      if (isZero && !isUnopened(node)) return zeros(store, node.shape)
      const kept = third && (absorbed(store, factor, next, third) ?? absorbed(store, third, next, factor))
      if (kept !== undefined) return product(store, operands.toSpliced(i, 3, kept))
    }
    return undefined
  },
})

/** Whether one of them is the pseudo-inverse of the other. */
function areInverse(x: Expression, y: Expression): boolean {
  return (x.operator.name === 'pinv' && x.operands[0] === y) || (y.operator.name === 'pinv' && y.operands[0] === x)
}

/** What stands beside a projector, x*y or y*x, where it is in the range of that. */
function absorbed(store: Store, x: Expression, y: Expression, beside: Expression): Expression | undefined {
  return areInverse(x, y) && (beside === x || beside === flip(store, y)) ? beside : undefined
}

/** Whether a sum is I - P, or P - I, of a projector P in whose range the factor on that side of it is. */
function leavesOut(store: Store, sum: Expression, factor: Expression, side: 'left' | 'right'): boolean {
  if (sum.operator !== sumOperator || sum.operands.length !== 2) return false
  const parts = sum.operands.map(term => splitCoefficient(store, term))
  const [one, other] = isEye(parts[0].rest) ? parts : parts.toReversed()
  const { chain, scalars } = factorsOf(other.rest)
  if (!isEye(one.rest) || chain.length !== 2 || scalars.length > 0) return false
  if (!equalRational(one.coefficient, multiplyRational(minusOne, other.coefficient))) return false
  const [x, y] = side === 'right' ? chain : chain.toReversed()
  return absorbed(store, x, y, factor) !== undefined
}
