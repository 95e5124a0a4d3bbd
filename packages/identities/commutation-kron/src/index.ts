import {
  commutation,
  commutationOperator,
  defineIdentity,
  factorsOf,
  frontOf,
  kron,
  kronOperator,
  product,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * For Z n×q both sides take vec(Z) to vec(B Z' A').
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'times',
  statement: 'kron(A,B)*commutation(n,q) = commutation(m,p)*kron(B,A)',
  where: { A: 'matrix(m,n)', B: 'matrix(p,q)' },
  title: '(A⊗B)K = K(B⊗A)',
  source: 'Magnus and Neudecker, Matrix Differential Calculus, section 3.7, theorem 9',
  apply: (node, { store }) => {
    const parts = factorsOf(node)
    for (let i = 0; i + 1 < parts.chain.length; i++) {
      const [kronecker, sort] = [parts.chain[i], parts.chain[i + 1]]
      if (
        kronecker.operator !== kronOperator ||
        kronecker.operands.length !== 2 ||
        sort.operator !== commutationOperator
      )
        continue
      const [left, right] = kronecker.operands
      const sizes = sort.data!.shape!
      if (sizes.rows !== left.shape.cols || sizes.cols !== right.shape.cols) continue
      const swapped = [commutation(store, left.shape.rows, right.shape.rows), kron(store, right, left)]
      return product(store, [...frontOf(store, parts), ...parts.chain.toSpliced(i, 2, ...swapped)])
    }
    return undefined
  },
})
