import {
  defineIdentity,
  type Expression,
  equalRational,
  eye,
  factorsOf,
  frontOf,
  isNegative,
  isOne,
  isScalar,
  minusOne,
  number,
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
 * Left factors come out to the left and right factors to the right: matrices do not change sides.
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
    return takeOut(store, terms, 'first') ?? takeOut(store, terms, 'last') ?? takeOutScalar(store, terms)
  },
})

/** The chain factor that all terms have in common at one end. What remains of a term that is nothing else is the identity. */
function takeOut(store: Store, terms: readonly Expression[], end: 'first' | 'last'): Expression | undefined {
  const parts = terms.map(factorsOf)
  const at = end === 'first' ? 0 : -1
  const shared = parts[0].chain.at(at)
  if (
    shared === undefined ||
    parts.some(({ chain, differentials }) => chain.at(at) !== shared || differentials.length > 0)
  )
    return undefined
  const size = end === 'first' ? shared.shape.cols : shared.shape.rows
  const rests = parts.map(part => {
    const chain = end === 'first' ? part.chain.slice(1) : part.chain.slice(0, -1)
    const front = frontOf(store, part)
    return product(store, chain.length === 0 ? [...front, eye(store, size)] : [...front, ...chain])
  })
  const inner = sum(store, rests)
  return product(store, end === 'first' ? [shared, inner] : [inner, shared])
}

/** The scalar factor or number that all terms have in common. */
function takeOutScalar(store: Store, terms: readonly Expression[]): Expression | undefined {
  const parts = terms.map(factorsOf)
  const shared = parts[0].scalars.find(scalar => parts.every(part => part.scalars.includes(scalar)))
  if (shared !== undefined) {
    const rests = parts.map(part => {
      const scalars = part.scalars.toSpliced(part.scalars.indexOf(shared), 1)
      return product(store, [number(store, part.coefficient), ...scalars, ...part.chain, ...part.differentials])
    })
    return rests.every(rest => isScalar(rest.shape) === isScalar(terms[0].shape))
      ? product(store, [shared, sum(store, rests)])
      : undefined
  }
  const common = sharedNumber(parts.map(part => part.coefficient))
  if (common === undefined) return undefined
  const rests = terms
    .map(term => splitCoefficient(store, term))
    .map(({ coefficient, rest }) => (equalRational(coefficient, common) ? rest : scale(store, minusOne, rest)))
  return scale(store, common, sum(store, rests))
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
