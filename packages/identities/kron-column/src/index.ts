import {
  cutAtDifferential,
  defineIdentity,
  eye,
  holdsDifferential,
  isColumn,
  kron,
  kronOperator,
  product,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Every entry of x times the whole of y.
 */
export default defineIdentity(manifest, {
  phase: 'isolate',
  on: ['kron', 'times'],
  statement: ['kron(x,y) = kron(eye(m), y)*x', 'kron(x,y) = kron(x, eye(n))*y'],
  where: { x: 'vector(m)', y: 'vector(n)' },
  title: 'x⊗y = (I⊗y)x = (x⊗I)y',
  source: 'Magnus and Neudecker, Matrix Differential Calculus, section 2.4',
  apply: (node, { store }) => {
    const cut = cutAtDifferential(store, node)
    if (
      cut === undefined ||
      cut.hole.operator !== kronOperator ||
      !cut.hole.operands.every(({ shape }) => isColumn(shape))
    )
      return undefined
    const factors = cut.hole.operands
    const held = factors.findIndex(holdsDifferential)
    const spread = kron(store, ...factors.with(held, eye(store, factors[held].shape.rows)))
    return product(store, [...cut.front, ...cut.before, spread, factors[held], ...cut.after])
  },
})
