import { cutAtDifferential, defineIdentity, diag, diagOperator, isMatrix, product } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Both sides are the entrywise product of x and y.
 */
export default defineIdentity(manifest, {
  phase: 'isolate',
  on: 'times',
  statement: 'A*diag(x)*y = A*diag(y)*x',
  where: { A: 'matrix(m,n)', x: 'vector(n)', y: 'vector(n)' },
  title: 'diag(x)*y = diag(y)*x',
  source: 'Magnus and Neudecker, Matrix Differential Calculus, section 3.6',
  apply: (node, { store }) => {
    const cut = cutAtDifferential(store, node)
    if (cut === undefined || cut.after.length === 0 || cut.hole.operator !== diagOperator || !isMatrix(cut.hole.shape))
      return undefined
    const end = cut.after.findIndex(factor => factor.shape.cols === '1') + 1
    if (end === 0) return undefined
    const column = product(store, cut.after.slice(0, end))
    const turned = [diag(store, column), cut.hole.operands[0]]
    return product(store, [...cut.front, ...cut.before, ...turned, ...cut.after.slice(end)])
  },
})
