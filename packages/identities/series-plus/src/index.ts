import {
  defineIdentity,
  type Expression,
  holdsDifferential,
  isScalar,
  isSeries,
  product,
  productOperator,
  replaceIndex,
  type Store,
  series,
  seriesOver,
  sum,
  sumOperator,
  termsOf,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Sums over the same range are one sum, and the other way round; it is done where it shortens.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: ['plus', 'series'],
  statement: 'sum(i in 1..N, X[i]) + sum(i in 1..N, Y[i]) = sum(i in 1..N, X[i] + Y[i])',
  where: { X: 'matrix(m,n)[N]', Y: 'matrix(m,n)[N]' },
  title: 'sums over one range are one sum',
  source: 'by definition',
  apply: (node, { store }) => {
    if (holdsDifferential(node) || termsOf(isSeries(node) ? node.operands[2] : node).length > mostTerms)
      return undefined
    if (!isSeries(node)) return joined(store, termsOf(node))
    const [index, limit, term] = node.operands
    if (term.operator !== sumOperator) return undefined
    return sum(
      store,
      term.operands.map(part => series(store, index, limit, part)),
    )
  },
})

/** What has more terms is taken apart and put together by nobody who wants to read it, two at a time least of all. */
const mostTerms = 16

/** What stands before the one sum over an index that a term is a multiple of. */
function multiple(term: Expression): { readonly front: readonly Expression[]; readonly total: Expression } | undefined {
  const factors = term.operator === productOperator ? term.operands : [term]
  const total = factors[factors.length - 1]
  const front = factors.slice(0, -1)
  return isSeries(total) && front.every(({ shape }) => isScalar(shape)) ? { front, total } : undefined
}

/** The terms with the first two sums over one range, or multiples of them, made one; undefined where there are none. */
function joined(store: Store, terms: readonly Expression[]): Expression | undefined {
  const multiples = terms.map(multiple)
  for (const [at, first] of multiples.entries()) {
    if (first === undefined) continue
    const limit = first.total.operands[1]
    const to = multiples.findIndex((other, place) => place > at && other?.total.operands[1] === limit)
    const second = multiples[to]
    if (second === undefined) continue
    const together = (mine: Expression, index: Expression) => {
      const other = replaceIndex(store, second.total.operands[2], second.total.operands[0], index)
      return sum(store, [product(store, [...first.front, mine]), product(store, [...second.front, other])])
    }
    const both = seriesOver(store, first.total, together, [terms[at], terms[to]])
    return sum(store, terms.with(at, both).toSpliced(to, 1))
  }
  return undefined
}
