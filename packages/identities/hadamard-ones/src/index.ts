import { defineIdentity, fillOperator, hadamard, ones, product } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Every entry is multiplied by 1.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'hadamard',
  statement: ['ones(m,n) .* X -> X'],
  where: { X: 'matrix(m,n)' },
  title: 'ones change nothing in ∘',
  source: 'by definition',
  apply: (node, { store }) => {
    const fills = node.operands.filter(factor => factor.operator === fillOperator)
    if (fills.length === 0) return undefined
    const others = node.operands.filter(factor => factor.operator !== fillOperator)
    const rest = others.length > 0 ? hadamard(store, ...others) : ones(store, node.shape)
    return product(store, [...fills.map(({ operands: [entry] }) => entry), rest])
  },
})
