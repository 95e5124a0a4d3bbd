import {
  defineIdentity,
  type Expression,
  equalRational,
  eye,
  type Factors,
  factorsOf,
  frontOf,
  isNegative,
  isOne,
  isTranspose,
  minusOne,
  positiveFirst,
  product,
  type Rational,
  type Store,
  scale,
  splitCoefficient,
  sum,
  termsOf,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Left factors come out to the left and right factors to the right: matrices do not change sides. Scalars and
 * numbers come out to the front.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'plus',
  statement: ['A*X + A*Y = A*(X + Y)', 'X*B + Y*B = (X + Y)*B', 'a*X + a*Y = a*(X + Y)'],
  where: { A: 'matrix(m,n)', X: 'matrix(n,p)', Y: 'matrix(n,p)', B: 'matrix(p,q)', a: 'scalar' },
  title: 'a common factor comes out',
  source: 'by definition',
  apply: (total, { store }) => {
    const terms = termsOf(total)
    // Equal terms are like terms first; a group knows each term once.
    if (new Set(terms).size < terms.length) return undefined
    const groups = [...groupsBy(terms, first), ...groupsBy(terms, last), ...scalarGroups(terms)]
    let best = withoutCommonNumber(store, terms)
    for (const { shared, members, side } of groups) {
      const merged = takeOut(store, [...members], shared, side)
      const [place] = members
      const rest = terms.flatMap(term => (term === place ? [merged] : members.has(term) ? [] : [term]))
      const candidate = sum(store, rest)
      if (candidate.cost < (best ?? total).cost) best = candidate
    }
    return best
  },
})

/** Where in the terms the common factor stands. */
type Side = 'left' | 'right' | 'scalar'

/** Terms that share a factor. */
interface Group {
  readonly shared: Expression
  readonly members: ReadonlySet<Expression>
  readonly side: Side
}

type Pick = (parts: Factors) => { readonly factors: readonly Expression[]; readonly side: Side }

const first: Pick = ({ chain }) => ({ factors: chain.slice(0, 1), side: 'left' })
const last: Pick = ({ chain }) => ({ factors: chain.slice(-1), side: 'right' })

/** The groups of two and more terms that share what is picked of them. */
function groupsBy(terms: readonly Expression[], pick: Pick): Group[] {
  const groups = new Map<Expression, { members: Set<Expression>; side: Side }>()
  for (const term of terms) {
    const parts = factorsOf(term)
    if (parts.differentials.length > 0) continue
    const { factors, side } = pick(parts)
    for (const shared of factors) {
      const known = groups.get(shared)
      if (known === undefined) groups.set(shared, { members: new Set([term]), side })
      else known.members.add(term)
    }
  }
  return [...groups].flatMap(([shared, group]) => (group.members.size > 1 ? [{ shared, ...group }] : []))
}

/** The groups of terms that share a scalar. */
function scalarGroups(terms: readonly Expression[]): Group[] {
  return groupsBy(terms, ({ scalars }) => ({ factors: scalars, side: 'scalar' }))
}

/** The sum of the terms, the shared factor taken out; where nothing else is left of a term, the identity stays. */
function takeOut(store: Store, terms: readonly Expression[], shared: Expression, side: Side): Expression {
  const rests = terms.map(term => {
    const { chain, scalars, ...parts } = factorsOf(term)
    if (side === 'scalar') {
      const others = scalars.toSpliced(scalars.indexOf(shared), 1)
      return product(store, [...frontOf(store, { ...parts, chain, scalars: others }), ...chain])
    }
    const others = side === 'left' ? chain.slice(1) : chain.slice(0, -1)
    const size = side === 'left' ? shared.shape.cols : shared.shape.rows
    return product(store, [
      ...frontOf(store, { ...parts, chain, scalars }),
      ...(others.length === 0 ? [eye(store, size)] : others),
    ])
  })
  // A + A' rather than A' + A.
  const isSecond = (rest: Expression) => isTranspose(rest) && rests.includes(rest.operands[0])
  const ordered = [...rests.filter(rest => !isSecond(rest)), ...rests.filter(isSecond)]
  const inner = sum(store, positiveFirst(ordered))
  return product(store, side === 'right' ? [inner, shared] : [shared, inner])
}

/** The number that all terms share, in front; undefined where there is none. */
function withoutCommonNumber(store: Store, terms: readonly Expression[]): Expression | undefined {
  const parts = terms.map(term => splitCoefficient(store, term))
  const common = sharedNumber(parts.map(({ coefficient }) => coefficient))
  if (common === undefined) return undefined
  const rests = parts.map(({ coefficient, rest }) =>
    equalRational(coefficient, common) ? rest : scale(store, minusOne, rest),
  )
  return scale(store, common, sum(store, positiveFirst(rests)))
}

/** The number that all coefficients are, up to their sign; -1 where all are. */
function sharedNumber(coefficients: readonly Rational[]): Rational | undefined {
  const [first] = coefficients
  const negated = { numerator: -first.numerator, denominator: first.denominator }
  if (!coefficients.every(other => equalRational(other, first) || equalRational(other, negated))) return undefined
  const allNegative = coefficients.every(isNegative)
  if (isOne(first) || (equalRational(first, minusOne) && !allNegative)) return undefined
  return isNegative(first) && !allNegative ? negated : first
}
