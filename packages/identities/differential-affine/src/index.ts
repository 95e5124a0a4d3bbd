import { defineIdentity, differential, isScalar, product, productOperator, termsOf } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * One term changes, and in it one factor; what is constant around it comes out, on its own side, and constant
 * terms vanish.
 */
export default defineIdentity(manifest, {
  phase: 'differential',
  on: ['times', 'plus'],
  statement: 'd(A*X*B + C) = A*d(X)*B',
  where: { A: 'constant matrix(m,n)', X: 'matrix(n,p)', B: 'constant matrix(p,q)', C: 'constant matrix(m,q)' },
  title: 'constants come out (12)',
  source: 'Matrix calculus via differentials, eq. (12)',
  apply: (node, { store, depends }) => {
    const [affine] = node.operands
    const terms = termsOf(affine)
    const changing = terms.filter(depends)
    if (changing.length !== 1) return undefined
    const { operator, operands } = changing[0]
    if (operator !== productOperator) return differential(store, changing[0])
    const factors = operands.filter(depends)
    if (factors.length !== 1) return terms.length > 1 ? differential(store, changing[0]) : undefined
    // Only scalars in front of a single term: that is differential-scale.
    if (terms.length === 1 && operands.every(factor => factor === factors[0] || isScalar(factor.shape)))
      return undefined
    return product(
      store,
      operands.map(factor => (factor === factors[0] ? differential(store, factor) : factor)),
    )
  },
})
