import {
  cutAtDifferential,
  defineIdentity,
  diag,
  diagOperator,
  flip,
  isMatrix,
  product,
  rowsOf,
  trace,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Both sides are the sum of x_i A_ii.
 */
export default defineIdentity(manifest, {
  phase: 'isolate',
  on: 'times',
  statement: "x'*diag(A) = tr(diag(x)*A)",
  where: { x: 'vector(n)', A: 'matrix(n,n)' },
  title: "x'*diag(A) = tr(diag(x)*A)",
  source: 'Magnus and Neudecker, Matrix Differential Calculus, section 3.6',
  apply: (node, { store }) => {
    const cut = cutAtDifferential(store, node)
    if (cut === undefined || cut.after.length > 0 || cut.before.length === 0 || cut.hole.operator !== diagOperator)
      return undefined
    if (isMatrix(cut.hole.shape) || rowsOf(cut.before) !== '1') return undefined
    const column = flip(store, product(store, cut.before))
    return product(store, [...cut.front, trace(store, product(store, [diag(store, column), cut.hole.operands[0]]))])
  },
})
