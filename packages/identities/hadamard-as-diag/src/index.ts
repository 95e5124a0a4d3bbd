import {
  cutAtDifferential,
  defineIdentity,
  diag,
  hadamard,
  hadamardOperator,
  holdsDifferential,
  isColumn,
  product,
  rowsOf,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * The form in which an entrywise factor of a vector becomes part of a Jacobian.
 */
export default defineIdentity(manifest, {
  phase: 'isolate',
  on: ['times', 'hadamard'],
  statement: 'x .* y = diag(x)*y',
  where: { x: 'vector(n)', y: 'vector(n)' },
  title: 'x∘y = diag(x)*y',
  source: 'Magnus and Neudecker, Matrix Differential Calculus, section 3.6',
  apply: (node, { store }) => {
    const cut = cutAtDifferential(store, node)
    if (
      cut === undefined ||
      cut.after.length > 0 ||
      cut.hole.operator !== hadamardOperator ||
      !isColumn(cut.hole.shape)
    )
      return undefined
    if (cut.before.length > 0 && rowsOf(cut.before) === '1') return undefined
    const held = cut.hole.operands.findIndex(holdsDifferential)
    const slopes = diag(store, hadamard(store, ...cut.hole.operands.toSpliced(held, 1)))
    return product(store, [...cut.front, ...cut.before, slopes, cut.hole.operands[held]])
  },
})
