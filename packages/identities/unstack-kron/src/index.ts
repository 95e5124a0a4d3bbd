import {
  defineIdentity,
  factorsOf,
  flip,
  frontOf,
  kronBlocks,
  product,
  replaceUnstacking,
  twoBlocks,
  unstack,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * vec(BXA') = (A⊗B)vec(X), for the X whose stacked columns are x.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'times',
  statement:
    "kron(vec(eye(n))', eye(m))*kron(eye(n), kron(A,B)*x) -> B*(kron(vec(eye(q))', eye(p))*kron(eye(q), x))*A'",
  where: { A: 'matrix(n,q)', B: 'matrix(m,p)', x: 'vector(p*q)' },
  title: 'the columns of BXA′ are (A⊗B)vec(X)',
  source: 'Magnus and Neudecker, Matrix Differential Calculus, section 2.4',
  apply: (node, { store }) =>
    replaceUnstacking(store, node, ({ column, shape }) => {
      const parts = factorsOf(column)
      const [first, ...rest] = parts.chain
      if (rest.length === 0) return undefined
      for (const [outer, inner] of twoBlocks(store, kronBlocks(store, first) ?? [])) {
        if (outer.shape.rows !== shape.cols || inner.shape.rows !== shape.rows) continue
        const matrix = unstack(store, product(store, rest), { rows: inner.shape.cols, cols: outer.shape.cols })
        return product(store, [...frontOf(store, parts), inner, matrix, flip(store, outer)])
      }
      return undefined
    }),
})
