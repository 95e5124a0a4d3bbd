import { defineIdentity, isZeroExpression, zeros } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Linear operators take zero to zero.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: ['tr', 'transpose', 'vec', 'diag', 'sum', 'mean', 'tril', 'triu'],
  statement: ['tr(zeros(n,n)) -> 0', "zeros(m,n)' -> zeros(n,m)"],
  where: {},
  title: 'of zero, zero',
  source: 'by definition',
  apply: (node, { store }) => (isZeroExpression(node.operands[0]) ? zeros(store, node.shape) : undefined),
})
