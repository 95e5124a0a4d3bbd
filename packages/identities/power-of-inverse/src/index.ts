import {
  defineIdentity,
  type Expression,
  factorsOf,
  inverse,
  isNegative,
  isScalar,
  minusOne,
  numberOf,
  power,
  scale,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * What is known of powers to numbers that are not negative then holds for the others.
 */
export default defineIdentity(manifest, {
  phase: 'prepare',
  on: 'power',
  statement: 'X^(-k) = inv(X)^k',
  where: { X: 'matrix(n) invertible', k: 'integer' },
  title: 'X^-k = (X^-1)^k',
  source: 'by definition',
  apply: (node, { store, assume }) => {
    const [base, exponent] = node.operands
    if (isScalar(base.shape) || numberOf(exponent) !== undefined || !isNegated(exponent)) return undefined
    assume('invertible', base)
    return power(store, inverse(store, base), scale(store, minusOne, exponent))
  },
})

/** -k or -2*k: a multiple of what has no sign. */
function isNegated(exponent: Expression): boolean {
  return isNegative(factorsOf(exponent).coefficient)
}
