import {
  defineIdentity,
  holdsDifferential,
  isOneExpression,
  isScalar,
  number,
  one,
  product,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * What is linear in a number is a multiple of it. That of φ1 stays as it is: (e^a - 1)/a has no value at 0, φ1 has.
 */
export default defineIdentity(manifest, {
  phase: 'isolate',
  on: 'frechet-phi1',
  statement: 'frechet(phi1, a, c) = frechet(phi1, a, 1)*c',
  where: { a: 'scalar', c: 'scalar differential' },
  title: 'of a number: the direction is a factor',
  source: 'by definition',
  apply: ({ operator, operands: [x, ...directions] }, { store }) => {
    const held = directions.findIndex(holdsDifferential)
    if (!isScalar(x.shape) || held < 0 || isOneExpression(directions[held])) return undefined
    const slope = store.apply(operator, [x, ...directions.with(held, number(store, one))])
    return product(store, [slope, directions[held]])
  },
})
