import {
  defineIdentity,
  type Expression,
  eye,
  type Factors,
  factorsOf,
  frontOf,
  number,
  opened,
  positiveFirst,
  power,
  product,
  rational,
  type Store,
  sum,
  termsOf,
  toWholePower,
  wholePower,
  wholePowers,
  withoutCommonNumber,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Left factors come out to the left and right factors to the right: matrices do not change sides. Scalars and
 * numbers come out to the front; of different powers of a scalar, to positive numbers or to negative ones, the one nearest to 1.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'plus',
  statement: ['A*X + A*Y = A*(X + Y)', 'X*B + Y*B = (X + Y)*B', 'a*X + a*Y = a*(X + Y)', 'X/a + Y/a^2 = (X + Y/a)/a'],
  where: { A: 'matrix(m,n)', X: 'matrix(n,p)', Y: 'matrix(n,p)', B: 'matrix(p,q)', a: 'scalar' },
  title: 'a common factor comes out',
  source: 'by definition',
  apply: (total, { store }) => {
    const terms = termsOf(total)
    // Equal terms are like terms first; a group knows each term once.
    if (new Set(terms).size < terms.length) return undefined
    let best = withoutCommonNumber(store, terms)
    const parts = new Map(terms.map(term => [term, partsOf(store, term)]))
    for (const { shared, members, side } of [...groupsOf(parts), ...powerGroups(store, parts)]) {
      const merged = takeOut(
        store,
        [...members].map(term => parts.get(term)!),
        shared,
        side,
      )
      const [place] = members
      const rest = terms.flatMap(term => (term === place ? [merged] : members.has(term) ? [] : [term]))
      const candidate = sum(store, rest)
      if (best === undefined ? candidate.cost <= total.cost : candidate.cost < best.cost) best = candidate
    }
    return best
  },
})

/** Where in the terms the common factor stands. */
type Side = 'left' | 'right' | 'scalar'

/** Terms that share a factor. */
interface Group {
  readonly shared: Expression
  readonly members: Set<Expression>
  readonly side: Side
}

/** The factors of a term, powers of products taken apart: 1/(a*b) is 1/a and 1/b. */
function partsOf(store: Store, term: Expression): Factors {
  const parts = factorsOf(term)
  return { ...parts, scalars: wholePowers(store, parts.scalars).map(each => toWholePower(store, each)) }
}

/** The groups of two and more terms that share their first factor, their last one, or a scalar. */
function groupsOf(terms: ReadonlyMap<Expression, Factors>): Group[] {
  const groups = new Map<Side, Map<Expression, Group>>([
    ['left', new Map()],
    ['right', new Map()],
    ['scalar', new Map()],
  ])
  for (const [term, { chain, scalars, differentials }] of terms) {
    if (differentials.length > 0) continue
    const shares = { left: chain.slice(0, 1), right: chain.slice(-1), scalar: scalars }
    for (const [side, known] of groups) {
      for (const shared of shares[side]) {
        const group = known.get(shared)
        if (group === undefined) known.set(shared, { shared, members: new Set([term]), side })
        else group.members.add(term)
      }
    }
  }
  return [...groups.values()].flatMap(known => [...known.values()]).filter(({ members }) => members.size > 1)
}

/** The groups of terms that have different powers of one scalar. */
function powerGroups(store: Store, terms: ReadonlyMap<Expression, Factors>): Group[] {
  const groups = new Map<string, { base: Expression; exponents: Map<Expression, bigint> }>()
  for (const [term, { scalars, differentials }] of terms) {
    if (differentials.length > 0) continue
    for (const scalar of scalars) {
      const { base, exponent } = wholePower(scalar)
      const key = `${base.id} ${exponent < 0n}`
      const group = groups.get(key) ?? { base, exponents: new Map() }
      groups.set(key, group)
      group.exponents.set(term, exponent)
    }
  }
  return [...groups.values()].flatMap(({ base, exponents }) => {
    // Of equal ones the scalar as it is comes out.
    if (new Set(exponents.values()).size < 2) return []
    const nearest = [...exponents.values()].reduce((a, b) => (b * b < a * a ? b : a))
    const shared = power(store, base, number(store, rational(nearest)))
    return [{ shared, members: new Set(exponents.keys()), side: 'scalar' as const }]
  })
}

/** The sum of the terms, the shared factor and a number taken out; where nothing is left of a term, 1 stays. */
function takeOut(store: Store, terms: readonly Factors[], shared: Expression, side: Side): Expression {
  const rests = terms.map(parts => without(store, parts, shared, side))
  const open = opened(store, rests) ?? rests
  const inner = withoutCommonNumber(store, open) ?? sum(store, positiveFirst(open))
  return product(store, side === 'right' ? [inner, shared] : [shared, inner])
}

function without(store: Store, { scalars, chain, ...parts }: Factors, shared: Expression, side: Side): Expression {
  if (side === 'scalar') {
    const { base, exponent } = wholePower(shared)
    const at = scalars.includes(shared)
      ? scalars.indexOf(shared)
      : scalars.findIndex(each => wholePower(each).base === base)
    const left = wholePower(scalars[at]).exponent - exponent
    const others = scalars.toSpliced(at, 1, ...(left === 0n ? [] : [power(store, base, number(store, rational(left)))]))
    return product(store, [...frontOf(store, { ...parts, chain, scalars: others }), ...chain])
  }
  const others = side === 'left' ? chain.slice(1) : chain.slice(0, -1)
  const size = side === 'left' ? shared.shape.cols : shared.shape.rows
  const front = frontOf(store, { ...parts, chain, scalars })
  return product(store, [...front, ...(others.length === 0 ? [eye(store, size)] : others)])
}
