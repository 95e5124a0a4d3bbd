import {
  commutationOperator,
  defineIdentity,
  flip,
  holdsDifferential,
  replaceNeighbours,
  vec,
  vecOperator,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * That is what it is made for.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'times',
  statement: "commutation(m,n)*vec(X) -> vec(X')",
  where: { X: 'matrix(m,n)' },
  title: "K*vec(X) = vec(X')",
  source: 'Magnus and Neudecker, Matrix Differential Calculus, section 3.7',
  apply: (node, { store }) =>
    replaceNeighbours(store, node, (left, right) =>
      left.operator === commutationOperator && right.operator === vecOperator && !holdsDifferential(right)
        ? vec(store, flip(store, right.operands[0]))
        : undefined,
    ),
})
