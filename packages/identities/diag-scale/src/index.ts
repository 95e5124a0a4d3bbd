import { defineIdentity, diag, factorsOf, frontOf, isOne, product } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * diag is linear.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'diag',
  statement: 'diag(a*x) -> a*diag(x)',
  where: { a: 'scalar', x: 'vector(n)' },
  title: 'a scalar comes out of diag',
  source: 'by definition',
  apply: ({ operands: [x] }, { store }) => {
    const parts = factorsOf(x)
    if (parts.chain.length === 0 || (parts.scalars.length === 0 && isOne(parts.coefficient))) return undefined
    return product(store, [
      ...frontOf(store, { ...parts, differentials: [] }),
      diag(store, product(store, [...parts.chain, ...parts.differentials])),
    ])
  },
})
