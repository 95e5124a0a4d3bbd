import {
  defineIdentity,
  type Expression,
  factorsOf,
  frontOf,
  holdsDifferential,
  isOnes,
  meanOperator,
  product,
  size,
  sum,
  termsOf,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * There are m*n entries. A number in every entry stays: sum(x - 1) is as good as sum(x) - n.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: ['sum', 'mean'],
  statement: [
    'sum(X + a*ones(m,n)) = sum(X) + m*n*a',
    'sum(a*ones(m,n)) = m*n*a',
    'mean(X + a*ones(m,n)) = mean(X) + a',
  ],
  where: { X: 'matrix(m,n)', a: 'scalar' },
  title: 'equal entries are counted',
  source: 'by definition',
  apply: ({ operator, operands: [x] }, { store }) => {
    const counted = termsOf(x).filter(hasEqualEntries)
    if (holdsDifferential(x) || counted.every(term => termsOf(x).length > 1 && factorsOf(term).scalars.length === 0)) {
      return undefined
    }
    const others = termsOf(x).filter(term => !hasEqualEntries(term))
    const count = operator === meanOperator ? [] : [size(store, x.shape.rows), size(store, x.shape.cols)]
    return sum(store, [
      ...(others.length === 0 ? [] : [store.apply(operator, [sum(store, others)])]),
      ...counted.map(term => product(store, [...frontOf(store, factorsOf(term)), ...count])),
    ])
  },
})

/** Whether it is a multiple of a matrix of ones. */
function hasEqualEntries(x: Expression): boolean {
  const { chain } = factorsOf(x)
  return chain.length === 1 && isOnes(chain[0])
}
