import { defineIdentity, factorsOf, frontOf, holdsDifferential, isColumn, isRow, product } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * tr(xy'A) = y'Ax: the factors turn so that the trace is one of a number.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'tr',
  statement: "tr(A*x*y') -> y'*A*x",
  where: { A: 'matrix(m,n)', x: 'vector(n)', y: 'vector(m)' },
  title: 'the trace of a product that passes through a vector',
  source: 'Matrix Cookbook (2012), eq. 16',
  apply: ({ operands: [x] }, { store }) => {
    if (holdsDifferential(x)) return undefined
    const parts = factorsOf(x)
    const cut = parts.chain.findIndex(({ shape }, i) => isRow(shape) && i > 0 && isColumn(parts.chain[i - 1].shape))
    if (cut === -1) return undefined
    return product(store, [...frontOf(store, parts), ...parts.chain.slice(cut), ...parts.chain.slice(0, cut)])
  },
})
