import { commutationOperator, defineIdentity, type Expression, eye, replaceNeighbours } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Transposing twice changes nothing.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'times',
  statement: 'commutation(n,m)*commutation(m,n) -> eye(m*n)',
  where: {},
  title: 'K(n,m)*K(m,n) = I',
  source: 'Magnus and Neudecker, Matrix Differential Calculus, section 3.7',
  apply: (node, { store }) =>
    replaceNeighbours(store, node, (left, right) =>
      isCommutation(left) && isCommutation(right) && undo(left, right) ? eye(store, left.shape.rows) : undefined,
    ),
})

const isCommutation = (x: Expression) => x.operator === commutationOperator

function undo(left: Expression, right: Expression): boolean {
  const [a, b] = [left.data!.shape!, right.data!.shape!]
  return a.rows === b.cols && a.cols === b.rows
}
