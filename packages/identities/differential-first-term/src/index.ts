import {
  certainties,
  defineIdentity,
  differential,
  type Expression,
  eye,
  Fact,
  hadamardPowerOperator,
  has,
  isMember,
  isScalar,
  isZeroExpression,
  mergeLikeTerms,
  minusOne,
  number,
  one,
  ones,
  powerOperator,
  type RewriteContext,
  reachable,
  rebuild,
  replaceIndex,
  type Store,
  scale,
  series,
  splitCoefficient,
  substitute,
  sum,
  sumOperator,
  termsOf,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * The power rule makes (i-1)*x^(i-2) of x^(i-1), which at i = 1 has no value where x is 0, though x^0 changes nowhere. So
 * the term whose power is constant is taken out of the sum: the first one, so that the others are counted anew, or the last.
 */
export default defineIdentity(manifest, {
  phase: 'differential',
  on: 'series',
  statement: [
    'd(sum(i in 1..m, a[i]*x^(i - 1))) = sum(i in 1..m - 1, d(a[i + 1]*x^i))',
    'd(sum(i in 1..m, a[i]*x^(m - i))) = sum(i in 1..m - 1, d(a[i]*x^(m - i)))',
    'd(sum(i in 1..m, sin(x^(i - 1)*x))) = d(sin(x)) + sum(i in 1..m - 1, d(sin(x^i*x)))',
  ],
  where: { a: 'constant scalar[m]', x: 'scalar' },
  title: 'sum rule, the term with the constant power x^0 apart',
  source: 'Matrix calculus via differentials, eq. (9)',
  apply: (node, context) => {
    const { store, depends } = context
    const [index, limit, term] = node.operands[0].operands
    if (depends(limit) || hasChangingMember(term, index, context)) return undefined
    const first = number(store, one)
    const before = sum(store, [limit, scale(store, minusOne, first)])
    // Where the power may be constant, and which number the i-th of the other terms had before.
    const ends = [
      { at: first, ith: sum(store, [index, first]) },
      { at: limit, ith: index },
    ]
    for (const { at, ith } of ends) {
      const powers = powersThatVanish(term, index, at, context)
      if (powers.size === 0) continue
      const apart = replaceIndex(store, substitute(store, term, powers), index, at)
      const others = series(
        store,
        index,
        before,
        differential(store, counted(store, replaceIndex(store, term, index, ith))),
      )
      if (!depends(apart)) return others
      // Where there is no term at all, none can be taken out.
      if (certainties()(limit).entries.lower >= 1) return sum(store, [differential(store, apart), others])
    }
    return undefined
  },
})

/** Powers of what changes whose exponent is 0 in the term at that place, with what they are there. */
function powersThatVanish(
  term: Expression,
  index: Expression,
  at: Expression,
  { store, depends }: RewriteContext,
): ReadonlyMap<Expression, Expression> {
  const found = new Map<Expression, Expression>()
  for (const node of reachable([term])) {
    if (node.operator !== powerOperator && node.operator !== hadamardPowerOperator) continue
    const [base, exponent] = node.operands
    if ((exponent.free & index.free) === 0 || (base.free & index.free) !== 0 || !depends(base)) continue
    if (!isZeroExpression(counted(store, replaceIndex(store, exponent, index, at)))) continue
    const isOfMatrix = node.operator === powerOperator && !isScalar(node.shape)
    found.set(node, isOfMatrix ? eye(store, node.shape.rows) : ones(store, node.shape))
  }
  return found
}

/** Whether the term has a member of a family that changes: by which one it is, its place must stay as it is. */
function hasChangingMember(term: Expression, index: Expression, { depends }: RewriteContext): boolean {
  return reachable([term]).some(node => isMember(node) && (node.free & index.free) !== 0 && depends(node))
}

/** The expression with its sums of integers added up: m - (m - i) is i. */
function counted(store: Store, expression: Expression): Expression {
  return rebuild(store, expression, node => {
    if (node.operator !== sumOperator || !has(node.facts, Fact.integer)) return node
    const terms = node.operands.flatMap(term => {
      const { coefficient, rest } = splitCoefficient(store, term)
      return termsOf(rest).map(each => scale(store, coefficient, each))
    })
    return mergeLikeTerms(store, terms) ?? sum(store, terms)
  })
}
