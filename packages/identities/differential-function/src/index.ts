import {
  defineIdentity,
  differential,
  type Expression,
  isMatrix,
  isRow,
  isScalar,
  jacobianOf,
  product,
  type Shape,
  type Store,
  sum,
  trace,
  transpose,
  unstack,
  vec,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * D(l) is the numerator-layout Jacobian by definition; this is that definition. A function of several arguments
 * changes with each of them.
 */
export default defineIdentity(manifest, {
  phase: 'differential',
  on: 'function',
  statement: ['d(l(y)) = D(l)(y)*d(y)', 'd(g(Y)) = tr(D(g)(Y)*d(Y))', 'd(h(y)) = D(h)(y)*d(y)'],
  where: {
    l: 'function(vector(m)) -> scalar',
    g: 'function(matrix(m,n)) -> scalar',
    h: 'function(vector(m)) -> vector(n)',
    y: 'vector(m)',
    Y: 'matrix(m,n)',
  },
  title: 'dl = (∂l/∂y) dy (2)',
  source: 'Matrix calculus via differentials, eq. (2) and (3), (5)',
  apply: (node, { store }) => {
    const [application] = node.operands
    const terms = application.operands.map((argument, position) => {
      const jacobian = store.apply(jacobianOf(application.operator, position), application.operands)
      return applyJacobian(store, jacobian, differential(store, argument), application.shape)
    })
    return sum(store, terms)
  },
})

/**
 * The Jacobian of something of shape `of` applied to the differential of one argument; a row is the transpose of
 * the column of its entries, and a matrix is unstacked.
 */
function applyJacobian(store: Store, jacobian: Expression, change: Expression, of: Shape): Expression {
  if (isMatrix(of) && isScalar(change.shape)) return product(store, [jacobian, change])
  if (isScalar(of) && isMatrix(change.shape)) return trace(store, product(store, [jacobian, change]))
  const stacked = isMatrix(change.shape) ? vec(store, change) : isRow(change.shape) ? transpose(store, change) : change
  const column = product(store, [jacobian, stacked])
  if (isMatrix(of)) return unstack(store, column, of)
  return isRow(of) ? transpose(store, column) : column
}
