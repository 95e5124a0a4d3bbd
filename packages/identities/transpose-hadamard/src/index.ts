import {
  defineIdentity,
  type Expression,
  flip,
  hadamard,
  hadamardOperator,
  holdsDifferential,
  transpose,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * The transpose only moves entries.
 */
export default defineIdentity(manifest, {
  phase: ['isolate', 'simplify'],
  on: ['transpose', 'hadamard'],
  statement: "(X .* Y)' = X' .* Y'",
  where: { X: 'matrix(m,n)', Y: 'matrix(m,n)' },
  title: "(X∘Y)' = X'∘Y'",
  source: 'Matrix calculus via differentials, section on the algebra of the examples',
  apply: (node, { store }) => {
    const flipped = ({ operands }: Expression) => hadamard(store, ...operands.map(factor => flip(store, factor)))
    if (node.operator === hadamardOperator) return holdsDifferential(node) ? undefined : transpose(store, flipped(node))
    const [x] = node.operands
    return x.operator === hadamardOperator ? flipped(x) : undefined
  },
})
