import {
  cutAtDifferential,
  defineIdentity,
  diag,
  diagOperator,
  flipProduct,
  hadamard,
  isMatrix,
  product,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Entry i of either side is the sum over j of A_ij x_j B_ji. Without A or B it is that with I.
 */
export default defineIdentity(manifest, {
  phase: 'isolate',
  on: 'diag',
  statement: ["diag(A*diag(x)*B) = (A .* B')*x", 'diag(A*diag(x)) = diag(diag(A))*x'],
  where: { A: 'matrix(n)', x: 'vector(n)', B: 'matrix(n)' },
  title: "diag(A*diag(x)*B) = (A∘B')x",
  source: 'Horn and Johnson, Topics in Matrix Analysis (1991), section 5.1',
  apply: (node, { store }) => {
    const [x] = node.operands
    const cut = isMatrix(x.shape) ? cutAtDifferential(store, x) : undefined
    if (cut === undefined || cut.hole.operator !== diagOperator || !isMatrix(cut.hole.shape)) return undefined
    const { before, after, hole, front } = cut
    const sides = [product(store, before), flipProduct(store, after)]
    const weights =
      before.length > 0 && after.length > 0
        ? hadamard(store, sides[0], sides[1])
        : diag(store, diag(store, before.length > 0 ? sides[0] : sides[1]))
    return product(store, [...front, weights, hole.operands[0]])
  },
})
