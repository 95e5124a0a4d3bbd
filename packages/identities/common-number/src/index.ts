import {
  defineIdentity,
  isInteger,
  isNegative,
  isOne,
  negateRational,
  positiveFirst,
  type Rational,
  rational,
  scale,
  splitCoefficient,
  sum,
  termsOf,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * The smallest of the numbers, where it divides the others: one term is left without a number.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'plus',
  statement: '4*X - 2*Y -> 2*(2*X - Y)',
  where: { X: 'matrix(m,n)', Y: 'matrix(m,n)' },
  title: 'a common number comes out',
  source: 'by definition',
  apply: (total, { store }) => {
    const parts = termsOf(total).map(term => splitCoefficient(store, term))
    const numbers = parts.map(({ coefficient }) => coefficient)
    if (!numbers.every(isInteger)) return undefined
    const smallest = numbers.map(size).reduce((a, b) => (a.numerator < b.numerator ? a : b))
    if (isOne(smallest) || numbers.some(each => each.numerator % smallest.numerator !== 0n)) return undefined
    const common = numbers.every(isNegative) ? negateRational(smallest) : smallest
    const rests = parts.map(({ coefficient, rest }) => {
      return scale(store, rational(coefficient.numerator / common.numerator), rest)
    })
    return scale(store, common, sum(store, positiveFirst(rests)))
  },
})

const size = (value: Rational): Rational => (isNegative(value) ? negateRational(value) : value)
