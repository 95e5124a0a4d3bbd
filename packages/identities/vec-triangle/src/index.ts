import {
  defineIdentity,
  diag,
  lowerTriangleOperator,
  ones,
  product,
  upperTriangleOperator,
  vec,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * The mask keeps what lies in the triangle.
 */
export default defineIdentity(manifest, {
  phase: 'isolate',
  on: 'vec',
  statement: ['vec(tril(X)) = diag(vec(tril(ones(m,n))))*vec(X)', 'vec(triu(X)) = diag(vec(triu(ones(m,n))))*vec(X)'],
  where: { X: 'matrix(m,n)' },
  title: 'vec(tril(X)): the stacked columns, masked',
  source: 'Magnus and Neudecker, Matrix Differential Calculus, section 3.6',
  apply: ({ operands: [x] }, { store }) => {
    if (x.operator !== lowerTriangleOperator && x.operator !== upperTriangleOperator) return undefined
    const mask = store.apply(x.operator, [ones(store, x.shape)])
    return product(store, [diag(store, vec(store, mask)), vec(store, x.operands[0])])
  },
})
