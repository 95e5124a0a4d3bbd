import { defineIdentity, differential, sum } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * For any number of terms. A sum with one changing term is affine and left to differential-affine.
 */
export default defineIdentity(manifest, {
  phase: 'differential',
  on: 'plus',
  statement: 'd(X + Y) = d(X) + d(Y)',
  where: { X: 'matrix(m,n)', Y: 'matrix(m,n)' },
  title: 'the differential of a sum, term by term (9)',
  source: 'Matrix calculus via differentials, eq. (9)',
  apply: (node, { store, depends }) => {
    const terms = node.operands[0].operands
    if (terms.filter(depends).length < 2) return undefined
    return sum(
      store,
      terms.map(term => differential(store, term)),
    )
  },
})
