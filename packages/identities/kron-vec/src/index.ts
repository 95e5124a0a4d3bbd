import {
  defineIdentity,
  type Expression,
  flip,
  holdsDifferential,
  isTranspose,
  kronBlocks,
  mayOccur,
  product,
  replaceNeighbours,
  type Store,
  twoBlocks,
  vec,
  vecOperator,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * The law that brings vec(AXB) to linear form, read backward for what does not change: nothing needs to be stacked.
 */
export default defineIdentity(manifest, {
  phase: ['prepare', 'simplify'],
  on: 'times',
  statement: ["kron(A,B)*vec(C) -> vec(B*C*A')", "vec(C)'*kron(D,E) -> vec(E'*C*D)'"],
  where: {
    A: 'matrix(m,n)',
    B: 'matrix(p,q)',
    C: 'matrix(q,n)',
    D: 'matrix(n,m)',
    E: 'matrix(q,p)',
  },
  title: '(A⊗B)vec(C) = vec(BCA′)',
  source: 'Matrix Cookbook (2012), eq. 520; Magnus and Neudecker, Matrix Differential Calculus, section 2.4',
  apply: (node, { store }) => {
    if (!mayOccur(vecOperator, node) || holdsDifferential(node)) return undefined
    return replaceNeighbours(store, node, (left, right) =>
      right.operator === vecOperator ? stacked(store, left, right) : stackedRow(store, left, right),
    )
  },
})

/** (A⊗B)*vec(C) as vec(B*C*A'), where the factors can be parted so that they fit C. */
function stacked(store: Store, left: Expression, { operands: [matrix] }: Expression): Expression | undefined {
  for (const [outer, inner] of twoBlocks(store, kronBlocks(store, left) ?? [])) {
    if (inner.shape.cols !== matrix.shape.rows || outer.shape.cols !== matrix.shape.cols) continue
    return vec(store, product(store, [inner, matrix, flip(store, outer)]))
  }
  return undefined
}

/** vec(C)'*(A⊗B), which is the transpose of (A'⊗B')*vec(C). */
function stackedRow(store: Store, left: Expression, right: Expression): Expression | undefined {
  if (!isTranspose(left) || left.operands[0].operator !== vecOperator) return undefined
  const column = stacked(store, flip(store, right), left.operands[0])
  return column && flip(store, column)
}
