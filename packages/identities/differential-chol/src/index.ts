import {
  defineIdentity,
  diag,
  differential,
  inverse,
  lowerTriangle,
  product,
  rational,
  scale,
  sum,
  transpose,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * From L L' = X: L^-1 dX L^-T = (L^-1 dL) + (L^-1 dL)', a lower triangle plus its transpose. Only the symmetric
 * part of dX counts, X being symmetric.
 */
export default defineIdentity(manifest, {
  phase: 'differential',
  on: 'chol',
  statement:
    "d(chol(X)) = chol(X)*(tril(inv(chol(X))*(d(X) + d(X)')/2*inv(chol(X))') - diag(diag(inv(chol(X))*(d(X) + d(X)')/2*inv(chol(X))'))/2)",
  where: { X: 'spd(n)' },
  title: 'lower triangle of L^-1 dX L^-T, its diagonal halved',
  source: 'Murray (2016), Differentiation of the Cholesky decomposition, eq. 8',
  apply: (node, { store, assume }) => {
    const [factor] = node.operands
    const [x] = factor.operands
    assume('positive definite', x)
    const change = differential(store, x)
    const symmetric = scale(store, rational(1, 2), sum(store, [change, transpose(store, change)]))
    const whitened = product(store, [inverse(store, factor), symmetric, transpose(store, inverse(store, factor))])
    const halved = scale(store, rational(-1, 2), diag(store, diag(store, whitened)))
    return product(store, [factor, sum(store, [lowerTriangle(store, whitened), halved])])
  },
})
