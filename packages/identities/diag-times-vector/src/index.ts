import {
  defineIdentity,
  diagOperator,
  type Expression,
  factorsOf,
  flip,
  frontOf,
  hadamard,
  holdsDifferential,
  isColumn,
  isMatrix,
  isRow,
  product,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Row i has only the entry x_i.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'times',
  statement: ['diag(x)*y = x .* y', "x'*diag(y) = (x .* y)'"],
  where: { x: 'vector(n)', y: 'vector(n)' },
  title: 'diag(x)*y = x∘y',
  source: 'Magnus and Neudecker, Matrix Differential Calculus, section 3.6',
  apply: (node, { store }) => {
    const parts = factorsOf(node)
    const { chain } = parts
    for (let i = 0; i + 1 < chain.length; i++) {
      const [left, right] = [chain[i], chain[i + 1]]
      // In a line diag(x)*d(y) is the form to read a derivative off.
      if (holdsDifferential(left) || holdsDifferential(right)) continue
      const merged =
        isDiagonalOf(left) && isColumn(right.shape)
          ? hadamard(store, left.operands[0], right)
          : isRow(left.shape) && isDiagonalOf(right)
            ? hadamard(store, left, flip(store, right.operands[0]))
            : undefined
      if (merged === undefined) continue
      return product(store, [...frontOf(store, parts), ...chain.slice(0, i), merged, ...chain.slice(i + 2)])
    }
    return undefined
  },
})

function isDiagonalOf(x: Expression): boolean {
  return x.operator === diagOperator && isMatrix(x.shape)
}
