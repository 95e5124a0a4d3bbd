import {
  defineIdentity,
  type Expression,
  factorsOf,
  product,
  productOperator,
  type RewriteContext,
  rational,
  replaceIndex,
  scale,
  signOfDelta,
  size,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Kronecker's delta is 0 in every term but one. That there is the one is known of the number of a member: it is not more
 * than there are members.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'series',
  statement: 'sum(i in 1..N, (1 - sign(i - k)^2)*(A[i] + A[k])) -> 2*A[k]',
  where: { A: 'matrix(m,n)[N]', k: 'integer' },
  title: 'what is 0 but in one term',
  source: "by definition of Kronecker's delta",
  apply: (node, context) => {
    const { store } = context
    const [index, limit, term] = node.operands
    for (const number of numbersUpTo(limit, context)) {
      const signOf = (factor: Expression) => signOfDelta(store, factor, index, number)
      const delta = factorsOf(term).scalars.find(factor => signOf(factor) !== undefined)
      if (delta === undefined) continue
      const { operands } = term
      const others = term === delta ? [] : operands.toSpliced(operands.indexOf(delta), 1)
      return replaceIndex(store, scale(store, rational(signOf(delta)!), product(store, others)), index, number)
    }
    return undefined
  },
})

/** The numbers of the members by which it is derived, of families with so many members: blocks of columns. */
function numbersUpTo(limit: Expression, { store, members = [] }: RewriteContext): Expression[] {
  const blocks = ({ shape }: Expression) => product(store, [limit, size(store, shape.cols)])
  const all = (member: Expression) => size(store, member.operands[0].shape.cols)
  return members
    .filter(member => factorIds(blocks(member)) === factorIds(all(member)))
    .map(({ operands }) => operands[1])
}

/** The same for sizes that differ in the order of their factors. */
function factorIds(scalar: Expression): string {
  const factors = scalar.operator === productOperator ? scalar.operands : [scalar]
  return factors
    .map(({ id }) => id)
    .sort()
    .join()
}
