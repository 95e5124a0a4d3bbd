import {
  defineIdentity,
  flip,
  holdsDifferential,
  isTranspose,
  product,
  trace,
  vecOperator,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Both sides are the sum of X_ij Y_ij. In lines of a derivation vec(dX) is what one wants to have.
 */
export default defineIdentity(manifest, {
  phase: ['prepare', 'simplify'],
  on: 'times',
  statement: "vec(X)'*vec(Y) -> tr(X'*Y)",
  where: { X: 'matrix(m,n)', Y: 'matrix(m,n)' },
  title: "vec(X)'vec(Y) = tr(X'Y)",
  source: 'Matrix Cookbook (2012), eq. 521',
  apply: (node, { store }) => {
    if (holdsDifferential(node)) return undefined
    const { operands } = node
    const at = operands.findIndex(
      (factor, i) =>
        operands[i + 1]?.operator === vecOperator && isTranspose(factor) && factor.operands[0].operator === vecOperator,
    )
    if (at === -1) return undefined
    const [x] = operands[at].operands[0].operands
    const [y] = operands[at + 1].operands
    if (x.shape.rows !== y.shape.rows) return undefined
    return product(store, operands.toSpliced(at, 2, trace(store, product(store, [flip(store, x), y]))))
  },
})
