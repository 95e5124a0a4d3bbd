import { defineIdentity, fillOperator, hadamard, product } from '@matrix-derive/plugin'
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
    const others = node.operands.filter(factor => factor.operator !== fillOperator)
    const entries = node.operands
      .filter(factor => factor.operator === fillOperator)
      .map(({ operands: [entry] }) => entry)
    if (entries.length === 0 || others.length === 0) return undefined
    return product(store, [...entries, hadamard(store, ...others)])
  },
})
