import { defineIdentity, factorsOf, frontOf, hadamard, isOneExpression, product } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Every entry is multiplied.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'hadamard',
  statement: '(a*X) .* Y -> a*(X .* Y)',
  where: { a: 'scalar', X: 'matrix(m,n)', Y: 'matrix(m,n)' },
  title: 'a scalar comes out of ∘',
  source: 'by definition',
  apply: (node, { store }) => {
    const parts = node.operands.map(factorsOf)
    const front = parts
      .flatMap(part => (part.chain.length === 0 ? [] : frontOf(store, part)))
      .filter(factor => !isOneExpression(factor))
    if (front.length === 0) return undefined
    const entries = parts.map((part, i) =>
      part.chain.length === 0 ? node.operands[i] : product(store, [...part.chain, ...part.differentials]),
    )
    return product(store, [...front, hadamard(store, ...entries)])
  },
})
