import {
  defineIdentity,
  type Expression,
  Fact,
  factorsOf,
  frontOf,
  has,
  isSquare,
  product,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Both products multiply entry by entry on the diagonal. One order of all diagonal neighbours, in which what is made of
 * the same matrix stands together, lets D*E*inv(D) cancel and D*E + E*D be like terms. A differential stays where it is:
 * others bring it to the end of its term, and would never be done.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'times',
  statement: 'E*D -> D*E',
  where: { D: 'matrix(n) diagonal', E: 'matrix(n) diagonal' },
  title: 'diagonal matrices commute',
  source: 'Magnus and Neudecker, Matrix Differential Calculus, section 1.6',
  apply: (node, { store }) => {
    const parts = factorsOf(node)
    const { chain } = parts
    const at = chain.findIndex((factor, i) => i + 1 < chain.length && isOutOfOrder(factor, chain[i + 1]))
    if (at < 0) return undefined
    const swapped = chain.toSpliced(at, 2, chain[at + 1], chain[at])
    return product(store, [...frontOf(store, parts), ...swapped])
  },
})

function isOutOfOrder(left: Expression, right: Expression): boolean {
  if (![left, right].every(isMovable)) return false
  const [a, b] = [madeOf(left).id, madeOf(right).id]
  return a > b || (a === b && left.id > right.id)
}

const isMovable = ({ facts, shape }: Expression): boolean =>
  has(facts, Fact.diagonal) && !has(facts, Fact.differential) && isSquare(shape)

/** What a matrix is made of: D of inv(D) and of D^2. */
function madeOf(x: Expression): Expression {
  let node = x
  while (node.operands.length > 0) node = node.operands[0]
  return node
}
