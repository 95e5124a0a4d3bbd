import {
  cutAtDifferential,
  defineIdentity,
  type Expression,
  eye,
  factorsOf,
  flipProduct,
  isScalar,
  kronOperator,
  number,
  product,
  type Store,
  traceOperator,
  transpose,
  vec,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * For what has no shorter way out of a trace, such as ⊗, and for a trace that multiplies a vector.
 */
export default defineIdentity(manifest, {
  phase: 'isolate',
  on: ['tr', 'times'],
  statement: "tr(A*X) = vec(A')'*vec(X)",
  where: { A: 'matrix(n,m)', X: 'matrix(m,n)' },
  title: "tr(AX) = vec(A')'vec(X)",
  source: 'Matrix Cookbook (2012), eq. 521',
  apply: (node, { store }) => {
    if (node.operator === traceOperator) {
      const cut = cutAtDifferential(store, node.operands[0])
      const stuck = cut !== undefined && cut.after.length === 0 && cut.hole.operator === kronOperator
      return stuck ? stackedTrace(store, node) : undefined
    }
    const { coefficient, scalars, chain, differentials } = factorsOf(node)
    const [held] = differentials
    if (chain.length === 0 || isScalar(node.shape) || held?.operator !== traceOperator) return undefined
    const stacked = stackedTrace(store, held)
    return stacked && product(store, [number(store, coefficient), ...scalars, ...chain, stacked])
  },
})

/** vec(A')'*vec(X) for tr(A*X), X the last factor and the one with the differential. */
function stackedTrace(store: Store, trace: Expression): Expression | undefined {
  const cut = cutAtDifferential(store, trace.operands[0])
  if (cut === undefined || cut.after.length > 0) return undefined
  const left = cut.before.length === 0 ? eye(store, cut.hole.shape.rows) : flipProduct(store, cut.before)
  return product(store, [...cut.front, transpose(store, vec(store, left)), vec(store, cut.hole)])
}
