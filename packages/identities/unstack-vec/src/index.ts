import {
  defineIdentity,
  type Expression,
  factorsOf,
  frontOf,
  product,
  replaceUnstacking,
  type Shape,
  type Store,
  sameShape,
  sum,
  termsOf,
  vecOperator,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * (vec(I)'⊗I)(I⊗x) is the matrix whose stacked columns are x. A sum of stacked matrices is the sum of the matrices, stacked.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'times',
  statement: [
    "kron(vec(eye(n))', eye(m))*kron(eye(n), vec(X)) -> X",
    "kron(vec(eye(n))', eye(m))*kron(eye(n), vec(X) + a*vec(Y)) -> X + a*Y",
  ],
  where: { X: 'matrix(m,n)', Y: 'matrix(m,n)', a: 'scalar' },
  title: 'unstacking undoes stacking',
  source: 'Magnus and Neudecker, Matrix Differential Calculus, section 2.4',
  apply: (node, { store }) =>
    replaceUnstacking(store, node, ({ column, shape }) => {
      const matrices = termsOf(column).map(term => stackedIn(store, term, shape))
      return matrices.every(matrix => matrix !== undefined) ? sum(store, matrices) : undefined
    }),
})

/** The a*X of a*vec(X), undefined for anything else. */
function stackedIn(store: Store, term: Expression, shape: Shape): Expression | undefined {
  const parts = factorsOf(term)
  const [stack] = parts.chain
  if (parts.chain.length !== 1 || stack.operator !== vecOperator) return undefined
  const [matrix] = stack.operands
  return sameShape(matrix.shape, shape) ? product(store, [...frontOf(store, parts), matrix]) : undefined
}
