import {
  defineIdentity,
  type Expression,
  factorsOf,
  frontOf,
  holdsDifferential,
  isLinearAlone,
  product,
  productOperator,
  replaceOperand,
  type Store,
  series,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Distributivity: constant factors come out on their own side, linear operators to the front. Lines have their
 * differential brought out by other identities.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'series',
  statement: ['sum(i in 1..N, A*X[i]*B) -> A*sum(i in 1..N, X[i])*B', "sum(i in 1..N, X[i]') -> sum(i in 1..N, X[i])'"],
  where: { A: 'matrix(l,m)', X: 'matrix(m,n)[N]', B: 'matrix(n,p)' },
  title: 'constants and linear operators come out of a sum',
  source: 'by distributivity',
  apply: (node, { store }) => {
    const [index, limit, term] = node.operands
    if (holdsDifferential(term) || (term.free & index.free) === 0) return undefined
    const total = (inner: Expression) => series(store, index, limit, inner)
    if (term.operator === productOperator) return takeOut(store, term, index, total)
    const places = term.operands.flatMap((operand, place) => ((operand.free & index.free) === 0 ? [] : [place]))
    const [place] = places
    if (places.length !== 1 || !isLinearAlone(term, place)) return undefined
    return replaceOperand(store, term, place, total(term.operands[place]))
  },
})

/** A product with everything taken out of the sum that may be, undefined where nothing may. */
function takeOut(
  store: Store,
  term: Expression,
  index: Expression,
  total: (inner: Expression) => Expression,
): Expression | undefined {
  const parts = factorsOf(term)
  const varies = (factor: Expression) => (factor.free & index.free) !== 0
  const [first, last] = [parts.chain.findIndex(varies), parts.chain.findLastIndex(varies)]
  const kept = [...parts.scalars.filter(varies), ...parts.chain.slice(first, last + 1)]
  if (kept.length === term.operands.length) return undefined
  return product(store, [
    ...frontOf(store, { ...parts, scalars: parts.scalars.filter(scalar => !varies(scalar)) }),
    ...parts.chain.slice(0, Math.max(0, first)),
    total(product(store, kept)),
    ...parts.chain.slice(last + 1),
  ])
}
