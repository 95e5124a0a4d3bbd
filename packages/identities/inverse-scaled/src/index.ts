import {
  defineIdentity,
  type Expression,
  factorsOf,
  frontOf,
  holdsDifferential,
  inverse,
  inverseOperator,
  isOneExpression,
  minusOne,
  number,
  power,
  product,
  productOperator,
  type Store,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Where that is shorter: a^2*inv(a*X) is a*inv(X). Both sides have a value where a is not 0 and X has an inverse.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: ['inv', 'times'],
  statement: ['inv(a*X) = inv(X)/a', 'a*B*inv(a*X) = B*inv(X)'],
  where: { a: 'scalar', X: 'matrix(n)', B: 'matrix(m,n)' },
  title: 'a scalar comes out of an inverse',
  source: 'Magnus and Neudecker, Matrix Differential Calculus, section 1.7',
  apply: (node, { store }) => {
    if (holdsDifferential(node)) return undefined
    if (node.operator !== productOperator) return withFrontOutside(store, node)
    const parts = factorsOf(node)
    // A number alone comes out of each by itself.
    if (parts.scalars.length === 0) return undefined
    const chain = parts.chain.map(factor => withFrontOutside(store, factor) ?? factor)
    return chain.every((factor, i) => factor === parts.chain[i])
      ? undefined
      : product(store, [...frontOf(store, parts), ...chain])
  },
})

/** inv(a*X) as a^-1*inv(X); undefined for anything else. */
function withFrontOutside(store: Store, { operator, operands: [inner] }: Expression): Expression | undefined {
  if (operator !== inverseOperator) return undefined
  const parts = factorsOf(inner)
  const front = frontOf(store, parts).filter(factor => !isOneExpression(factor))
  if (front.length === 0 || parts.chain.length === 0) return undefined
  const divisors = front.map(factor => power(store, factor, number(store, minusOne)))
  return product(store, [...divisors, inverse(store, product(store, parts.chain))])
}
