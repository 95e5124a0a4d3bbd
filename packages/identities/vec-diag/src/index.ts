import { defineIdentity, diag, diagOperator, eye, isMatrix, kron, ones, product, vec } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * kron(ones(n,1), eye(n))*x stacks n copies of x, the columns of x1’; the mask vec(I) keeps the diagonal.
 */
export default defineIdentity(manifest, {
  phase: 'isolate',
  on: 'vec',
  statement: 'vec(diag(x)) = diag(vec(eye(n)))*kron(ones(n,1), eye(n))*x',
  where: { x: 'vector(n)' },
  title: 'vec(diag(x)): x in every column, masked by the identity',
  source: 'Magnus and Neudecker, Matrix Differential Calculus, section 3.6',
  apply: ({ operands: [x] }, { store }) => {
    if (x.operator !== diagOperator || !isMatrix(x.shape)) return undefined
    const identity = eye(store, x.shape.rows)
    const copies = kron(store, ones(store, x.operands[0].shape), identity)
    return product(store, [diag(store, vec(store, identity)), copies, x.operands[0]])
  },
})
