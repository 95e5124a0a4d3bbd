import { defineIdentity, entrySum, product } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * The entries of a Kronecker product are all products of an entry of the one and an entry of the other.
 */
export default defineIdentity(manifest, {
  phase: 'prepare',
  on: 'sum',
  statement: 'sum(kron(A, B)) = sum(A)*sum(B)',
  where: { A: 'matrix(m,n)', B: 'matrix(p,q)' },
  title: 'all products of entries: sum by sum',
  source: 'by definition',
  apply: ({ operands: [x] }, { store }) =>
    x.operator.name === 'kron'
      ? product(
          store,
          x.operands.map(factor => entrySum(store, factor)),
        )
      : undefined,
})
