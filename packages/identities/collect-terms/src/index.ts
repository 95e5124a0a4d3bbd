import { assemble, defineIdentity, factorMatrix, linearForm, sum, termsOf } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * A shared intermediate is expanded once, with everything that stands before its differential added up.
 */
export default defineIdentity(manifest, {
  phase: 'collect',
  on: 'any',
  statement: ['A*X + B*X = (A + B)*X', 'tr(A*Y) + tr(B*Y) = tr((A + B)*Y)'],
  where: { A: 'matrix(m,n)', B: 'matrix(m,n)', X: 'matrix(n,p)', Y: 'matrix(n,m)' },
  title: 'merge the terms with one differential',
  source: 'Magnus and Neudecker, Matrix Differential Calculus, section 1.4',
  apply: (total, { store }) => {
    const terms = termsOf(total)
    const forms = terms.map(term => linearForm(store, term))
    const [first] = forms
    if (first === undefined || forms.some(form => form?.by !== first.by || form.form !== first.form)) return undefined
    const shape = { rows: first.form === 'trace' ? first.by.shape.cols : total.shape.rows, cols: first.by.shape.rows }
    const factors = forms.map(form => factorMatrix(store, form!, shape))
    return assemble(store, first.form, sum(store, factors), first.by)
  },
})
