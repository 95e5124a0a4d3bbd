import {
  defineIdentity,
  type Expression,
  factorsOf,
  frontOf,
  hadamard,
  hadamardOperator,
  ones,
  positiveFirst,
  product,
  type Store,
  sum,
  termsOf,
  withoutCommonNumber,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Entry by entry the distributive law.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'plus',
  statement: 'A .* X + B .* X = (A + B) .* X',
  where: { A: 'matrix(m,n)', B: 'matrix(m,n)', X: 'matrix(m,n)' },
  title: 'a common factor comes out of ∘',
  source: 'by definition',
  apply: (total, { store }) => {
    const terms = termsOf(total)
    if (!terms.some(isEntrywise)) return undefined
    // Equal terms are like terms first; a group knows each term once.
    if (new Set(terms).size < terms.length) return undefined
    let best: Expression | undefined
    for (const [shared, members] of groupsOf(terms)) {
      if (members.size < 2) continue
      const merged = takeOut(store, [...members], shared)
      const [place] = members
      const rest = terms.flatMap(term => (term === place ? [merged] : members.has(term) ? [] : [term]))
      const candidate = sum(store, rest)
      if (candidate.cost < (best ?? total).cost) best = candidate
    }
    return best
  },
})

const isEntrywise = (term: Expression) => factorsOf(term).chain[0]?.operator === hadamardOperator

/** The entrywise factors of a term; none where it is more than one entrywise product. */
function entrywiseFactors(term: Expression): readonly Expression[] {
  const { chain, differentials } = factorsOf(term)
  if (chain.length !== 1 || differentials.length > 0) return []
  return chain[0].operator === hadamardOperator ? chain[0].operands : chain
}

/** Which terms have which factor. */
function groupsOf(terms: readonly Expression[]): Map<Expression, Set<Expression>> {
  const groups = new Map<Expression, Set<Expression>>()
  for (const term of terms) {
    for (const factor of entrywiseFactors(term)) groups.set(factor, (groups.get(factor) ?? new Set()).add(term))
  }
  return groups
}

/** The sum of the terms, the shared factor and a number taken out; where nothing is left of a term, ones stay. */
function takeOut(store: Store, terms: readonly Expression[], shared: Expression): Expression {
  const rests = terms.map(term => {
    const factors = entrywiseFactors(term)
    const others = factors.toSpliced(factors.indexOf(shared), 1)
    const entries = others.length === 0 ? ones(store, shared.shape) : hadamard(store, ...others)
    return product(store, [...frontOf(store, factorsOf(term)), entries])
  })
  const inner = withoutCommonNumber(store, rests) ?? sum(store, positiveFirst(rests))
  const { coefficient, scalars, chain } = factorsOf(inner)
  return product(store, [
    ...frontOf(store, { coefficient, scalars, chain, differentials: [] }),
    hadamard(store, product(store, chain), shared),
  ])
}
