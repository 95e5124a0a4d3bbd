import { defineIdentity, flip, hadamard, hadamardOperator } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * The transpose only moves entries.
 */
export default defineIdentity(manifest, {
  phase: ['isolate', 'simplify'],
  on: 'transpose',
  statement: "(X .* Y)' = X' .* Y'",
  where: { X: 'matrix(m,n)', Y: 'matrix(m,n)' },
  title: "(X∘Y)' = X'∘Y'",
  source: 'Matrix calculus via differentials, section on the algebra of the examples',
  apply: ({ operands: [x] }, { store }) =>
    x.operator === hadamardOperator ? hadamard(store, ...x.operands.map(factor => flip(store, factor))) : undefined,
})
