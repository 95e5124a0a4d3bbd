import { defineIdentity, factorsOf, kronOperator, sameShape, unstack } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * (vec(I)'⊗I)(I⊗x) is the matrix whose stacked columns are x.
 */
export default defineIdentity(manifest, {
  phase: ['isolate', 'simplify'],
  on: 'vec',
  statement: "vec(kron(vec(eye(n))', eye(m))*kron(eye(n), x)) -> x",
  where: { x: 'vector(m*n)' },
  title: 'stacking undoes unstacking',
  source: 'Magnus and Neudecker, Matrix Differential Calculus, section 2.4',
  apply: ({ operands: [x], shape }, { store }) => {
    const last = factorsOf(x).chain.at(-1)
    if (last?.operator !== kronOperator) return undefined
    const column = last.operands[last.operands.length - 1]
    return sameShape(column.shape, shape) && unstack(store, column, x.shape) === x ? column : undefined
  },
})
