import {
  defineIdentity,
  factorsOf,
  frontOf,
  hadamard,
  hadamardOperator,
  ones,
  product,
  sum,
  termsOf,
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
    const parts = termsOf(total).map(factorsOf)
    if (parts.some(({ chain, differentials }) => chain.length !== 1 || differentials.length > 0)) return undefined
    const products = parts.map(({ chain: [entries] }) =>
      entries.operator === hadamardOperator ? entries.operands : [entries],
    )
    const shared = products[0].find(factor => products.every(factors => factors.includes(factor)))
    if (shared === undefined) return undefined
    const rests = parts.map((part, i) => {
      const others = products[i].toSpliced(products[i].indexOf(shared), 1)
      const entries = others.length === 0 ? ones(store, total.shape) : hadamard(store, ...others)
      return product(store, [...frontOf(store, part), entries])
    })
    return hadamard(store, sum(store, rests), shared)
  },
})
