import {
  defineIdentity,
  type Expression,
  factorsOf,
  frontOf,
  holdsDifferential,
  isEye,
  product,
  size,
  sum,
  termsOf,
  trace,
} from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * There are n entries on the diagonal, and each is 1. A number on the diagonal stays: tr(E - I) is as good as tr(E) - n.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'tr',
  statement: ['tr(eye(n)) = n', 'tr(X + a*eye) = tr(X) + n*a'],
  where: { X: 'matrix(n)', a: 'scalar' },
  title: 'tr(I) = n',
  source: 'Magnus and Neudecker, Matrix Differential Calculus, section 1.9',
  apply: ({ operands: [x] }, { store }) => {
    const counted = termsOf(x).filter(isScalarMatrix)
    if (holdsDifferential(x) || counted.every(term => termsOf(x).length > 1 && factorsOf(term).scalars.length === 0)) {
      return undefined
    }
    const others = termsOf(x).filter(term => !isScalarMatrix(term))
    return sum(store, [
      ...(others.length === 0 ? [] : [trace(store, sum(store, others))]),
      ...counted.map(term => product(store, [...frontOf(store, factorsOf(term)), size(store, x.shape.rows)])),
    ])
  },
})

/** Whether it is a multiple of the identity matrix. */
function isScalarMatrix(x: Expression): boolean {
  const { chain } = factorsOf(x)
  return chain.length === 1 && isEye(chain[0])
}
