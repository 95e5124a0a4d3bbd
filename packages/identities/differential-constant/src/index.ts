import { defineIdentity, zeros } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * A constant does not change when a variable does. Only what contains no variable is taken for one: an operator
 * that nobody knows stays unexpanded and is an error, never a zero.
 */
export default defineIdentity(manifest, {
  phase: 'differential',
  on: 'constant',
  statement: 'd(A) = zeros(m,n)',
  where: { A: 'constant matrix(m,n)' },
  title: 'a constant has differential zero (7)',
  source: 'Matrix calculus via differentials, eq. (7)',
  apply: (node, { store, depends }) => (depends(node.operands[0]) ? undefined : zeros(store, node.shape)),
})
