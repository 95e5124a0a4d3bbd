import { defineIdentity, factorsOf, frontOf, isOneExpression, kron, product } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * ⊗ is linear in each factor.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'kron',
  statement: 'kron(a*X, Y) -> a*kron(X,Y)',
  where: { a: 'scalar', X: 'matrix(m,n)', Y: 'matrix(p,q)' },
  title: 'a scalar comes out of ⊗',
  source: 'Magnus and Neudecker, Matrix Differential Calculus, section 2.2',
  apply: (node, { store }) => {
    const parts = node.operands.map(factorsOf)
    const front = parts
      .flatMap(part => (part.chain.length === 0 ? [] : frontOf(store, part)))
      .filter(factor => !isOneExpression(factor))
    if (front.length === 0) return undefined
    const factors = parts.map((part, i) =>
      part.chain.length === 0 ? node.operands[i] : product(store, [...part.chain, ...part.differentials]),
    )
    return product(store, [...front, kron(store, ...factors)])
  },
})
