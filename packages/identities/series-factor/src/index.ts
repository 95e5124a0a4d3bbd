import { assemble, defineIdentity, linearForm, product, series } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Every term is a linear form of one differential; its factors are added up before it.
 */
export default defineIdentity(manifest, {
  phase: 'isolate',
  on: 'series',
  statement: [
    'sum(i in 1..N, A[i]*X) = sum(i in 1..N, A[i])*X',
    'sum(i in 1..N, tr(A[i]*Y)) = tr(sum(i in 1..N, A[i])*Y)',
  ],
  where: { A: 'matrix(m,n)[N]', X: 'vector(n)', Y: 'matrix(n,m)' },
  title: 'what is the same in every term comes out of the sum',
  source: 'by distributivity',
  apply: (node, { store }) => {
    const [index, limit, term] = node.operands
    const form = linearForm(store, term)
    if (form === undefined || (form.by.free & index.free) !== 0) return undefined
    const { factor, by } = form
    if (factor === undefined || (factor.free & index.free) === 0) {
      return assemble(store, form.form, factor === undefined ? limit : product(store, [limit, factor]), by)
    }
    return assemble(store, form.form, series(store, index, limit, factor), by)
  },
})
