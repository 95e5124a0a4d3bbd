import {
  defineIdentity,
  type Expression,
  factorsOf,
  frontOf,
  holdsDifferential,
  inverseOperator,
  isEye,
  product,
  sum,
  sumOperator,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Where that is shorter, and from both sides: inv(A)*(A - B)*inv(B) is inv(B) - inv(A).
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'times',
  statement: ['A*(X + inv(A)*Y) = A*X + Y', '(X + Y*inv(A))*A = X*A + Y'],
  where: { A: 'matrix(n) invertible', X: 'matrix(n)', Y: 'matrix(n)' },
  title: 'a matrix goes into a sum where it cancels',
  source: 'by definition',
  apply: (node, { store, assume }) => {
    if (holdsDifferential(node)) return undefined
    const parts = factorsOf(node)
    const { chain } = parts
    let shortest: { whole: Expression; factor: Expression } | undefined
    for (const [at, total] of chain.entries()) {
      if (total.operator !== sumOperator) continue
      for (const side of ['left', 'right'] as const) {
        const factor = chain[side === 'left' ? at - 1 : at + 1]
        if (factor === undefined || !total.operands.some(term => cancels(term, factor, side))) continue
        const terms = total.operands.map(term => product(store, side === 'left' ? [factor, term] : [term, factor]))
        const inside = sum(store, terms.map(withoutInverses))
        const whole = product(store, [
          ...frontOf(store, parts),
          ...chain.toSpliced(side === 'left' ? at - 1 : at, 2, inside),
        ])
        if (shortest === undefined || whole.cost < shortest.whole.cost) shortest = { whole, factor }
      }
    }
    if (shortest !== undefined) assume('invertible', withoutInverse(shortest.factor))
    return shortest?.whole

    function withoutInverses(term: Expression): Expression {
      const { chain: factors, ...rest } = factorsOf(term)
      const i = factors.findIndex((factor, k) => k + 1 < factors.length && areInverse(factor, factors[k + 1]))
      if (i === -1 || factors.length === 2) return term
      return product(store, [...frontOf(store, { ...rest, chain: [] }), ...factors.toSpliced(i, 2)])
    }
  },
})

/** A for A and for its inverse. */
const withoutInverse = (x: Expression): Expression => (x.operator === inverseOperator ? x.operands[0] : x)

const areInverse = (a: Expression, b: Expression): boolean =>
  (a.operator === inverseOperator && a.operands[0] === b) || (b.operator === inverseOperator && b.operands[0] === a)

/** Whether the term begins or ends with the inverse of the factor beside it, and is not all of it. */
function cancels(term: Expression, factor: Expression, side: 'left' | 'right'): boolean {
  const { chain } = factorsOf(term)
  const next = chain.at(side === 'left' ? 0 : -1)
  return next !== undefined && !isEye(next) && areInverse(next, factor)
}
