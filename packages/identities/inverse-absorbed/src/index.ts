import {
  defineIdentity,
  type Expression,
  factorsOf,
  flip,
  frontOf,
  inverse,
  inverseOperator,
  isSquare,
  isTranspose,
  mayOccur,
  product,
  productOperator,
  replaceNeighbours,
  type Store,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * (AX)⁻¹ = X⁻¹A⁻¹, so that a square A behind it cancels; in front of (XA)⁻¹ as well, and of transposes.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'times',
  statement: ['inv(A*X)*A -> inv(X)', 'A*inv(X*A) -> inv(X)', "inv(X*A)'*A' -> inv(X)'", "A'*inv(A*X)' -> inv(X)'"],
  where: { A: 'matrix(n)', X: 'matrix(n)' },
  title: '(AX)^-1*A = X^-1',
  source: 'Matrix Cookbook (2012), eq. 1',
  apply: (node, { store }) =>
    mayOccur(inverseOperator, node)
      ? replaceNeighbours(
          store,
          node,
          (left, right) => without(store, left, right, 0) ?? without(store, right, left, -1),
        )
      : undefined,
})

/** The inverse of a product, or its transpose, after it met the factor that its product has at this end. */
function without(store: Store, inverted: Expression, factor: Expression, end: 0 | -1): Expression | undefined {
  if (isTranspose(inverted)) {
    if (inverted.operands[0].operator !== inverseOperator) return undefined
    const turned = without(store, inverted.operands[0], flip(store, factor), end === 0 ? -1 : 0)
    return turned && flip(store, turned)
  }
  if (inverted.operator !== inverseOperator || inverted.operands[0].operator !== productOperator) return undefined
  const parts = factorsOf(inverted.operands[0])
  if (parts.chain.length < 2 || parts.chain.at(end) !== factor || !isSquare(factor.shape)) return undefined
  const others = end === 0 ? parts.chain.slice(1) : parts.chain.slice(0, -1)
  return inverse(store, product(store, [...frontOf(store, parts), ...others]))
}
