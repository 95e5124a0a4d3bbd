import {
  defineIdentity,
  differential,
  type Expression,
  isColumn,
  isRow,
  isScalar,
  jacobianOf,
  product,
  type Shape,
  type Store,
  sum,
  trace,
  transpose,
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
    return terms.every(term => term !== undefined) ? sum(store, terms) : undefined
  },
})

/** The Jacobian of something of shape `of` applied to the differential of one argument; undefined for matrix-valued functions of more than a scalar. */
function applyJacobian(store: Store, jacobian: Expression, change: Expression, of: Shape): Expression | undefined {
  if (isScalar(change.shape)) return product(store, [isRow(of) ? transpose(store, jacobian) : jacobian, change])
  if (!isScalar(of) && !isColumn(of)) return undefined
  if (isColumn(change.shape)) return product(store, [jacobian, change])
  if (isRow(change.shape)) return product(store, [jacobian, transpose(store, change)])
  return isScalar(of)
    ? trace(store, product(store, [jacobian, change]))
    : product(store, [jacobian, vec(store, change)])
}
