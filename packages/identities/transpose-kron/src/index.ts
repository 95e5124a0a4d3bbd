import { defineIdentity, flip, kron, kronOperator } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Blocks and entries within them are transposed alike.
 */
export default defineIdentity(manifest, {
  phase: ['isolate', 'simplify'],
  on: 'transpose',
  statement: "kron(X,Y)' -> kron(X',Y')",
  where: { X: 'matrix(m,n)', Y: 'matrix(p,q)' },
  title: "(X⊗Y)' = X'⊗Y'",
  source: 'Matrix Cookbook (2012), eq. 510',
  apply: ({ operands: [x] }, { store }) =>
    x.operator === kronOperator ? kron(store, ...x.operands.map(factor => flip(store, factor))) : undefined,
})
