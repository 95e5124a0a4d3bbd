import { defineIdentity, eye, isEye, kron, multiplyDimensions } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Ones on the diagonal of blocks, and inside them.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'kron',
  statement: 'kron(eye(m), eye(n)) -> eye(m*n)',
  where: {},
  title: 'I⊗I = I',
  source: 'Magnus and Neudecker, Matrix Differential Calculus, section 2.2',
  apply: (node, { store }) => {
    const at = node.operands.findIndex((factor, i) => i > 0 && isEye(factor) && isEye(node.operands[i - 1]))
    if (at === -1) return undefined
    const [left, right] = node.operands.slice(at - 1, at + 1)
    const merged = eye(store, multiplyDimensions(left.shape.rows, right.shape.rows))
    return kron(store, ...node.operands.toSpliced(at - 1, 2, merged))
  },
})
