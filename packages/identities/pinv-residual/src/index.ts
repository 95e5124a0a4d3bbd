import {
  defineIdentity,
  definitionOf,
  type Expression,
  factorsOf,
  flip,
  isTranspose,
  isUnopened,
  isZeroExpression,
  mayOccur,
  mergeLikeTerms,
  product,
  pseudoinverseOperator,
  type Store,
  sumOperator,
  termsOf,
  zeros,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * XX⁺ is the projector to the range of X, so Y - XX⁺Y is orthogonal to it: the normal equations. By name or not.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'times',
  statement: ["X'*(Y - X*pinv(X)*Y) -> zeros(n,k)", 'pinv(X)*(Y - X*pinv(X)*Y) -> zeros(n,k)'],
  where: { X: 'matrix(m,n)', Y: 'matrix(m,k)' },
  title: 'normal equations: residuals are orthogonal to X',
  source: 'Matrix Cookbook (2012), section 3.6',
  apply: (node, { store }) => {
    const { chain } = factorsOf(node)
    const vanishes = chain.some((left, i) => {
      const right = chain[i + 1]
      if (right === undefined) return false
      if (isOrthogonal(store, left, right)) return true
      return isTranspose(left) && isOrthogonal(store, flip(store, right), left.operands[0])
    })
    return vanishes && !isUnopened(node) ? zeros(store, node.shape) : undefined
  },
})

/** Whether the one is X' or X⁺, and the other has nothing in the range of X. */
function isOrthogonal(store: Store, left: Expression, right: Expression): boolean {
  const total = definitionOf(right)
  if (total.operator !== sumOperator || !mayOccur(pseudoinverseOperator, total)) return false
  const terms = termsOf(total)
  for (const term of terms) {
    const [x, inverse] = factorsOf(term).chain
    if (inverse?.operator !== pseudoinverseOperator || inverse.operands[0] !== x) continue
    if (left !== flip(store, x) && left !== inverse) continue
    const inRange = terms.map(each => {
      const { chain } = factorsOf(each)
      return chain[0] === x && chain[1] === inverse ? each : product(store, [x, inverse, each])
    })
    const projected = mergeLikeTerms(store, inRange)
    if (projected !== undefined && isZeroExpression(projected)) return true
  }
  return false
}
