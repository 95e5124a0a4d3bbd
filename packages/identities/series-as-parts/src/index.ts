import {
  defineIdentity,
  type Expression,
  isMatrix,
  product,
  productOperator,
  type Store,
  series,
  stackedTerm,
  sum,
  sumOperator,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * A sum of two products is no product. With a part that cannot be stacked all stay together, for one sum is shorter than two.
 */
export default defineIdentity(manifest, {
  phase: 'stack',
  on: 'series',
  statement: [
    'sum(i in 1..N, x[i] + r[i]*u) -> sum(i in 1..N, x[i]) + sum(i in 1..N, r[i]*u)',
    'sum(i in 1..N, x[i] + u) -> sum(i in 1..N, x[i]) + N*u',
    'sum(i in 1..N, r[i]*(x[i]*y[i] + A)) -> sum(i in 1..N, r[i]*x[i]*y[i]) + sum(i in 1..N, r[i]*A)',
  ],
  where: { x: 'vector(m)[N]', y: 'rowvector(n)[N]', r: 'scalar[N]', u: 'vector(m)', A: 'matrix(m,n)' },
  title: 'a sum part by part',
  source: 'by distributivity',
  apply: (node, context) => {
    const { store } = context
    const [index, limit, term] = node.operands
    const totals: Expression[] = []
    for (const part of partsOf(store, term)) {
      const total = series(store, index, limit, part)
      const isSame = (part.free & index.free) === 0
      if (!isSame && stackedTerm(total, context) === undefined) return undefined
      totals.push(isSame ? product(store, [limit, part]) : total)
    }
    return totals.length > 1 ? sum(store, totals) : undefined
  },
})

/** The terms of a sum; of a product those that a sum of matrices among its factors has. */
function partsOf(store: Store, term: Expression): readonly Expression[] {
  if (term.operator === sumOperator) return term.operands
  if (term.operator !== productOperator) return [term]
  const at = term.operands.findIndex(({ operator, shape }) => operator === sumOperator && isMatrix(shape))
  return at === -1 ? [term] : term.operands[at].operands.map(part => product(store, term.operands.with(at, part)))
}
