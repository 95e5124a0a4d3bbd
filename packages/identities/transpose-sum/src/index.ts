import {
  defineIdentity,
  type Expression,
  Fact,
  factorsOf,
  flip,
  flipAll,
  frontOf,
  has,
  isTranspose,
  positiveFirst,
  product,
  productOperator,
  type Store,
  sum,
  sumOperator,
  transpose,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * The transpose only moves entries.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: ['transpose', 'plus'],
  statement: "(X + Y)' = X' + Y'",
  where: { X: 'matrix(m,n)', Y: 'matrix(m,n)' },
  title: "(X + Y)' = X' + Y'",
  source: 'Matrix Cookbook (2012), eq. 4',
  apply: (node, { store }) => {
    if (node.operator === sumOperator) {
      return node.operands.some(isBareTranspose) ? transpose(store, flipTerms(store, node)) : undefined
    }
    const [x] = node.operands
    // A symmetric sum such as A + A' is its own transpose: see transpose-symmetric.
    return x.operator === sumOperator && !has(x.facts, Fact.symmetric) ? flipTerms(store, x) : undefined
  },
})

/** x' or 2*x': without one among them, terms such as B*X'*C read better as they are than under one long transpose. */
function isBareTranspose(term: Expression): boolean {
  const { chain } = factorsOf(term)
  return chain.length === 1 && isTranspose(chain[0])
}

/** The sum of the transposed terms. */
function flipTerms(store: Store, { operands }: Expression): Expression {
  return sum(store, positiveFirst(operands.map(term => flipTerm(store, term))))
}

function flipTerm(store: Store, term: Expression): Expression {
  if (term.operator !== productOperator) return flip(store, term)
  const parts = factorsOf(term)
  return product(store, [...frontOf(store, parts), ...flipAll(store, parts.chain)])
}
