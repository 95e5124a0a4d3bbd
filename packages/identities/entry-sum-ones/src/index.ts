import {
  defineIdentity,
  factorsOf,
  hadamardOperator,
  isColumn,
  isRow,
  ones,
  product,
  trace,
  transposedShape,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * A product with a vector of ones adds up.
 */
export default defineIdentity(manifest, {
  phase: 'isolate',
  on: 'sum',
  statement: ['sum(x) = ones(1,n)*x', 'sum(X) = tr(ones(n,m)*X)'],
  where: { x: 'vector(n)', X: 'matrix(m,n)' },
  title: "the sum of the entries is 1'x",
  source: 'Matrix Cookbook (2012), section 9.7',
  apply: ({ operands: [x] }, { store }) => {
    const { chain } = factorsOf(x)
    // One Hadamard product is an inner product: see entry-sum-hadamard.
    if (chain.length === 1 && chain[0].operator === hadamardOperator) return undefined
    const all = product(store, [ones(store, transposedShape(x.shape)), x])
    if (isColumn(x.shape)) return all
    return isRow(x.shape) ? product(store, [x, ones(store, transposedShape(x.shape))]) : trace(store, all)
  },
})
