import {
  cutAtDifferential,
  defineIdentity,
  diag,
  diagOperator,
  eye,
  isColumn,
  kron,
  ones,
  product,
  transposedShape,
  vec,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * The mask vec(I) keeps of column j only entry j; adding up the columns leaves the diagonal.
 */
export default defineIdentity(manifest, {
  phase: 'isolate',
  on: 'diag',
  statement: 'diag(A) = kron(ones(1,n), eye(n))*diag(vec(eye(n)))*vec(A)',
  where: { A: 'matrix(n,n)' },
  title: 'diag(A): the stacked columns, masked by the identity, added up',
  source: 'Magnus and Neudecker, Matrix Differential Calculus, section 3.6',
  apply: (node, { store }) => {
    const cut = cutAtDifferential(store, node)
    if (cut === undefined || cut.hole.operator !== diagOperator || !isColumn(cut.hole.shape)) return undefined
    const [x] = cut.hole.operands
    const identity = eye(store, x.shape.rows)
    const pick = kron(store, ones(store, transposedShape(cut.hole.shape)), identity)
    const picked = [pick, diag(store, vec(store, identity)), vec(store, x)]
    return product(store, [...cut.front, ...cut.before, ...picked, ...cut.after])
  },
})
