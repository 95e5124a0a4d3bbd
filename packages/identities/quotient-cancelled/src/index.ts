import {
  defineIdentity,
  type Expression,
  factorsOf,
  frontOf,
  holdsDifferential,
  isScalar,
  numberOf,
  product,
  type Store,
  sum,
  sumOperator,
  toWholePower,
  type WholePower,
  wholePower,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Where that is shorter: 1/(1 + x/a)/a is 1/(a + x), and (x - a)/a is x/a - 1.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'times',
  statement: ['a*(X + Y/a) = a*X + Y', '1/(b + c/a)/a = 1/(a*b + c)'],
  where: { X: 'matrix(m,n)', Y: 'matrix(m,n)', a: 'scalar nonzero', b: 'scalar', c: 'scalar' },
  title: 'a scalar goes into a sum where it cancels',
  source: 'by definition',
  apply: (node, { store, assume }) => {
    if (holdsDifferential(node)) return undefined
    const factors = node.operands.map(wholePower)
    let best: { shorter: Expression; base: Expression } | undefined
    for (const [i, { base, exponent }] of factors.entries()) {
      if (!isScalar(base.shape) || base.operator === sumOperator || numberOf(base) !== undefined) continue
      for (const [j, into] of factors.entries()) {
        if (into.base.operator !== sumOperator || into.exponent ** 2n !== 1n) continue
        // x/(x^2 + c) would divide by x, which nothing did.
        if (exponent > 0n && into.exponent < 0n) continue
        const moved = { base, exponent: exponent * into.exponent }
        if (!into.base.operands.some(term => cancels(term, moved))) continue
        const total = sum(
          store,
          into.base.operands.map(term => times(store, term, moved)),
        )
        const inside = toWholePower(store, { base: total, exponent: into.exponent })
        const shorter = product(store, node.operands.with(j, inside).toSpliced(i, 1))
        if (best === undefined || shorter.cost < best.shorter.cost) best = { shorter, base }
      }
    }
    if (best !== undefined) assume('nonzero', best.base)
    return best?.shorter
  },
})

/** Whether the term has a power of the same scalar, to an exponent of the other sign. */
function cancels(term: Expression, { base, exponent }: WholePower): boolean {
  return factorsOf(term)
    .scalars.map(wholePower)
    .some(other => other.base === base && other.exponent * exponent < 0n)
}

/** The term times the power, the powers of the same scalar made one. */
function times(store: Store, term: Expression, { base, exponent }: WholePower): Expression {
  const parts = factorsOf(term)
  const at = parts.scalars.findIndex(scalar => wholePower(scalar).base === base)
  const total = exponent + (at === -1 ? 0n : wholePower(parts.scalars[at]).exponent)
  const scalars = at === -1 ? [...parts.scalars] : parts.scalars.toSpliced(at, 1)
  if (total !== 0n) scalars.push(toWholePower(store, { base, exponent: total }))
  return product(store, [...frontOf(store, { ...parts, scalars }), ...parts.chain])
}
