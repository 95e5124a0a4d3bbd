import {
  addRational,
  type Expression,
  equalRational,
  factorsOf,
  isMinusOne,
  isNegative,
  isOne,
  isTranspose,
  minusOne,
  negateRational,
  productOperator,
  type Rational,
  type Store,
  scale,
  splitCoefficient,
  sum,
  sumOperator,
  zero,
} from '@matrix-derive/core'

// What identities about sums have in common: their numbers and the order of their terms.

/** The terms with a positive one first, where there is one, X before X': A - B rather than -B + A, X + X' for X' + X. */
export function positiveFirst(terms: readonly Expression[]): Expression[] {
  const first = terms.findIndex(term => !isNegative(factorsOf(term).coefficient))
  const ordered = first <= 0 ? [...terms] : [terms[first], ...terms.toSpliced(first, 1)]
  const plain = isTranspose(ordered[0]) ? ordered.indexOf(ordered[0].operands[0]) : -1
  if (plain !== -1) [ordered[0], ordered[plain]] = [ordered[plain], ordered[0]]
  return ordered
}

/** The terms with those of a subtracted sum one by one: A, -(B + C) is A, -B, -C. Undefined where there is none. */
export function opened(store: Store, terms: readonly Expression[]): Expression[] | undefined {
  const isSubtracted = ({ operator, operands }: Expression) =>
    operator === productOperator &&
    operands.length === 2 &&
    isMinusOne(operands[0]) &&
    operands[1].operator === sumOperator
  if (terms.length < 2 || !terms.some(isSubtracted)) return undefined
  return terms.flatMap(term =>
    isSubtracted(term) ? term.operands[1].operands.map(inner => scale(store, minusOne, inner)) : [term],
  )
}

/** The sum of the terms with those that differ only in their numbers made one; undefined where all differ in more. */
export function mergeLikeTerms(store: Store, terms: readonly Expression[]): Expression | undefined {
  const coefficients = new Map<Expression, Rational>()
  for (const term of terms) {
    const { coefficient, rest } = splitCoefficient(store, term)
    coefficients.set(rest, addRational(coefficients.get(rest) ?? zero, coefficient))
  }
  if (coefficients.size === terms.length) return undefined
  return sum(
    store,
    [...coefficients].map(([rest, coefficient]) => scale(store, coefficient, rest)),
  )
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
