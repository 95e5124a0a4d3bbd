import {
  cutAtDifferential,
  defineIdentity,
  eye,
  flip,
  hadamard,
  hadamardOperator,
  holdsDifferential,
  product,
  productOr,
  trace,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Both sides are the sum over all i, j of A_ji B_ij X_ij.
 */
export default defineIdentity(manifest, {
  phase: 'isolate',
  on: 'tr',
  statement: "tr(A*(B .* X)) = tr((A .* B')*X)",
  where: { A: 'matrix(n,m)', B: 'matrix(m,n)', X: 'matrix(m,n)' },
  title: "a Hadamard factor changes sides under a trace: (A'∘B)' = A∘B'",
  source:
    'Matrix calculus via differentials, section on the algebra of the examples; Minka, Old and New Matrix Algebra, eq. 4.26',
  apply: (node, { store }) => {
    const cut = cutAtDifferential(store, node.operands[0])
    if (cut === undefined || cut.after.length > 0 || cut.hole.operator !== hadamardOperator) return undefined
    const held = cut.hole.operands.findIndex(holdsDifferential)
    const others = cut.hole.operands.toSpliced(held, 1).map(factor => flip(store, factor))
    const left = productOr(store, cut.before, () => eye(store, cut.hole.shape.rows))
    return trace(store, product(store, [...cut.front, hadamard(store, left, ...others), cut.hole.operands[held]]))
  },
})
