import {
  cutAtDifferential,
  defineIdentity,
  flip,
  hadamard,
  hadamardOperator,
  holdsDifferential,
  isColumn,
  product,
  rowsOf,
  transpose,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Both sides are the sum of x_i y_i z_i.
 */
export default defineIdentity(manifest, {
  phase: 'isolate',
  on: 'times',
  statement: "x'*(y .* z) = (x .* y)'*z",
  where: { x: 'vector(n)', y: 'vector(n)', z: 'vector(n)' },
  title: "x'(y∘z) = (x∘y)'z",
  source: 'Matrix calculus via differentials, section on the algebra of the examples',
  apply: (node, { store }) => {
    const cut = cutAtDifferential(store, node)
    if (cut === undefined || cut.after.length > 0 || cut.before.length === 0) return undefined
    if (cut.hole.operator !== hadamardOperator || rowsOf(cut.before) !== '1') return undefined
    if (!isColumn(cut.hole.shape)) return undefined
    const held = cut.hole.operands.findIndex(holdsDifferential)
    const column = flip(store, product(store, cut.before))
    const row = transpose(store, hadamard(store, column, ...cut.hole.operands.toSpliced(held, 1)))
    return product(store, [...cut.front, row, cut.hole.operands[held]])
  },
})
