import { defineIdentity, eye, isMatrix, isOnes } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Ones on the diagonal.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'diag',
  statement: 'diag(ones(n,1)) -> eye(n)',
  where: {},
  title: 'diag(1) = I',
  source: 'by definition',
  apply: (node, { store }) =>
    isOnes(node.operands[0]) && isMatrix(node.shape) ? eye(store, node.shape.rows) : undefined,
})
