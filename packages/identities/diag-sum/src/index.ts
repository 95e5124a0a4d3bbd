import {
  defineIdentity,
  diag,
  diagOperator,
  type Factors,
  factorsOf,
  frontOf,
  isMatrix,
  product,
  sum,
  termsOf,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * diag is linear.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'plus',
  statement: 'diag(x) + diag(y) = diag(x + y)',
  where: { x: 'vector(n)', y: 'vector(n)' },
  title: 'diag(x) + diag(y) = diag(x + y)',
  source: 'by definition',
  apply: (total, { store }) => {
    const parts = termsOf(total).map(factorsOf)
    const isDiagonal = ({ chain: [x], ...part }: Factors) =>
      part.differentials.length === 0 && x?.operator === diagOperator && isMatrix(x.shape)
    if (!parts.every(part => part.chain.length === 1 && isDiagonal(part))) return undefined
    return diag(
      store,
      sum(
        store,
        parts.map(part => product(store, [...frontOf(store, part), part.chain[0].operands[0]])),
      ),
    )
  },
})
