import {
  defineIdentity,
  type Expression,
  factorsOf,
  isLinearIn,
  isNegative,
  negate,
  negateRational,
  number,
  positiveFirst,
  product,
  reachable,
  type Store,
  sum,
  sumOperator,
  termsOf,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * 2X'(Xw - y) rather than -2X'(y - Xw): one sign less, and a positive term first.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'times',
  statement: '-(A - B)*C -> (B - A)*C',
  where: { A: 'matrix(m,n)', B: 'matrix(m,n)', C: 'matrix(n,p)' },
  title: '-(A - B) = B - A',
  source: 'by definition',
  apply: (node, { store }) => {
    const { coefficient } = factorsOf(node)
    if (!isNegative(coefficient) || node.cost > longest) return undefined
    const [, ...factors] = node.operands
    for (const [i, factor] of factors.entries()) {
      const turned = turn(store, factor, deepest, difference => occursOnce(node, difference))
      if (turned !== undefined)
        return product(store, [number(store, negateRational(coefficient)), ...factors.with(i, turned)])
    }
    return undefined
  },
})

/** Whoever reads more than some 200 characters does not look at one sign. */
const longest = 2000

/** (A - B)' ∘ C is three deep; what is deeper is none of the reader's concern. */
const deepest = 3

/** The negative of an expression that is as long as the expression itself: a difference, or what is linear in one. */
function turn(
  store: Store,
  x: Expression,
  depth: number,
  may: (difference: Expression) => boolean,
): Expression | undefined {
  if (x.operator === sumOperator) {
    const terms = termsOf(x)
    if (!terms.some(term => isNegative(factorsOf(term).coefficient)) || !may(x)) return undefined
    return sum(store, positiveFirst(terms.map(term => negate(store, term))))
  }
  if (depth === 0) return undefined
  for (const place of x.operands.keys()) {
    if (!isLinearIn(x.operator, place)) continue
    const turned = turn(store, x.operands[place], depth - 1, may)
    if (turned !== undefined) return store.apply(x.operator, x.operands.with(place, turned), x.data)
  }
  return undefined
}

/** (x - y)*(x - y)' is a square, and stays one. */
function occursOnce(node: Expression, difference: Expression): boolean {
  let count = 0
  for (const { operands } of reachable([node])) for (const operand of operands) if (operand === difference) count++
  return count === 1
}
