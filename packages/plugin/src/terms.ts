import {
  type Expression,
  equalRational,
  factorsOf,
  isNegative,
  isOne,
  minusOne,
  negateRational,
  type Rational,
  type Store,
  scale,
  splitCoefficient,
  sum,
} from '@matrix-derive/core'

// What identities about sums have in common: their numbers and the order of their terms.

/** The terms with a positive one first, where there is one: A - B rather than -B + A. */
export function positiveFirst(terms: readonly Expression[]): Expression[] {
  const first = terms.findIndex(term => !isNegative(factorsOf(term).coefficient))
  return first <= 0 ? [...terms] : [terms[first], ...terms.toSpliced(first, 1)]
}

/** The number that all terms share, in front of their sum; undefined where there is none. */
export function withoutCommonNumber(store: Store, terms: readonly Expression[]): Expression | undefined {
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
  const negated = negateRational(first)
  if (!coefficients.every(other => equalRational(other, first) || equalRational(other, negated))) return undefined
  const allNegative = coefficients.every(isNegative)
  if (isOne(first) || (equalRational(first, minusOne) && !allNegative)) return undefined
  return isNegative(first) && !allNegative ? negated : first
}
