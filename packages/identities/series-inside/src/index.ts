import {
  defineIdentity,
  holdsDifferential,
  isLinearAlone,
  isSeries,
  replaceOperand,
  seriesOver,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Brings everything around the differential of a term under the sum, where it is a term like any other.
 */
export default defineIdentity(manifest, {
  phase: 'isolate',
  on: 'around series',
  statement: [
    'A*sum(i in 1..N, X[i])*B = sum(i in 1..N, A*X[i]*B)',
    'vec(sum(i in 1..N, X[i])) = sum(i in 1..N, vec(X[i]))',
  ],
  where: { A: 'matrix(l,m)', X: 'matrix(m,n)[N]', B: 'matrix(n,p)' },
  title: 'linear: goes under the sum',
  source: 'Magnus and Neudecker, Matrix Differential Calculus, section 1.4',
  apply: (node, { store }) => {
    const place = node.operands.findIndex(operand => isSeries(operand) && holdsDifferential(operand))
    if (place === -1 || !isLinearAlone(node, place)) return undefined
    return seriesOver(store, node.operands[place], term => replaceOperand(store, node, place, term), [node])
  },
})
