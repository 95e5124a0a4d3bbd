import {
  addRational,
  defineIdentity,
  type Expression,
  type Rational,
  scale,
  splitCoefficient,
  sum,
  termsOf,
  zero,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Terms that differ only in the number in front become one term; terms that cancel vanish.
 */
export default defineIdentity(manifest, {
  phase: ['simplify', 'collect'],
  on: ['plus', 'like'],
  statement: 'a*X + b*X -> (a + b)*X',
  where: { X: 'matrix(m,n)', a: 'scalar', b: 'scalar' },
  title: 'like terms',
  source: 'by definition',
  apply: (total, { store }) => {
    const coefficients = new Map<Expression, Rational>()
    for (const term of termsOf(total)) {
      const { coefficient, rest } = splitCoefficient(store, term)
      coefficients.set(rest, addRational(coefficients.get(rest) ?? zero, coefficient))
    }
    if (coefficients.size === termsOf(total).length) return undefined
    const merged = [...coefficients].map(([rest, coefficient]) => scale(store, coefficient, rest))
    return sum(store, merged)
  },
})
