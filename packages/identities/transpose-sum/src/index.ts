import {
  defineIdentity,
  type Expression,
  factorsOf,
  flip,
  flipAll,
  frontOf,
  product,
  productOperator,
  type Store,
  sum,
  sumOperator,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * The transpose only moves entries.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'transpose',
  statement: "(X + Y)' = X' + Y'",
  where: { X: 'matrix(m,n)', Y: 'matrix(m,n)' },
  title: "(X + Y)' = X' + Y'",
  source: 'Matrix Cookbook (2012), eq. 4',
  apply: ({ operands: [x] }, { store }) =>
    x.operator === sumOperator
      ? sum(
          store,
          x.operands.map(term => flipTerm(store, term)),
        )
      : undefined,
})

function flipTerm(store: Store, term: Expression): Expression {
  if (term.operator !== productOperator) return flip(store, term)
  const parts = factorsOf(term)
  return product(store, [...frontOf(store, parts), ...flipAll(store, parts.chain)])
}
