import { defineIdentity, diagOperator, isMatrix, stackedTerm, trace } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * The numbers x[i]*A*y[i] stand on the diagonal of X*A*Y.
 */
export default defineIdentity(manifest, {
  phase: 'stack',
  on: 'series',
  statement: 'sum(i in 1..N, x[i]*A*y[i]) -> tr([x[1]; ...; x[N]]*A*[y[1], ..., y[N]])',
  where: { x: 'rowvector(m)[N]', A: 'matrix(m,n)', y: 'vector(n)[N]' },
  title: 'the diagonal added up',
  source: 'by definition',
  apply: (node, context) => {
    const { store } = context
    const term = stackedTerm(node, context)
    if (term === undefined) return undefined
    const { left, right, weights, around } = term
    const [only, ...others] = weights
    if (left !== undefined || right !== undefined || others.length > 0 || only.operator !== diagOperator)
      return undefined
    const [all] = only.operands
    return isMatrix(all.shape) ? around(trace(store, all)) : undefined
  },
})
