import {
  commutationOperator,
  defineIdentity,
  type Expression,
  eye,
  factorsOf,
  frontOf,
  product,
} from '@matrix-derive/plugin'
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
  apply: (node, { store }) => {
    const parts = factorsOf(node)
    const at = parts.chain.findIndex(
      (factor, i) => isCommutation(factor) && isCommutation(parts.chain[i + 1]) && undo(factor, parts.chain[i + 1]),
    )
    if (at === -1) return undefined
    const rest = parts.chain.toSpliced(at, 2, eye(store, parts.chain[at].shape.rows))
    return product(store, [...frontOf(store, parts), ...rest])
  },
})

const isCommutation = (x: Expression | undefined) => x?.operator === commutationOperator

function undo(left: Expression, right: Expression): boolean {
  const [a, b] = [left.data!.shape!, right.data!.shape!]
  return a.rows === b.cols && a.cols === b.rows
}
