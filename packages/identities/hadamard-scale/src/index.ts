import { defineIdentity, hadamardOperator, productOperator, scalarsInFront } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Every entry is multiplied. A number in front needs brackets around the rest, which it has in a product anyway.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: ['hadamard', 'times'],
  statement: ['(a*X) .* Y -> a*(X .* Y)', '((a*X) .* Y)*Z -> a*(X .* Y)*Z'],
  where: { a: 'scalar', X: 'matrix(m,n)', Y: 'matrix(m,n)', Z: 'matrix(n,p)' },
  title: 'a scalar comes out of ∘',
  source: 'by definition',
  apply: (node, { store }) => {
    if (node.operator === hadamardOperator) return scalarsInFront(store, node)
    const freed = node.operands.map(
      factor => (factor.operator === hadamardOperator && scalarsInFront(store, factor)) || factor,
    )
    return freed.some((factor, i) => factor !== node.operands[i]) ? store.apply(productOperator, freed) : undefined
  },
})
