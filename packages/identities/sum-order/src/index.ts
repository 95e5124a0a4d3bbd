import { defineIdentity, positiveFirst, sum } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * A minus in front of everything is easily overlooked.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'plus',
  statement: ['-X + Y -> Y - X', "Z' + Z -> Z + Z'"],
  where: { X: 'matrix(m,n)', Y: 'matrix(m,n)', Z: 'matrix(n)' },
  title: 'terms in any order: a positive one first',
  source: 'by definition',
  apply: ({ operands }, { store }) => sum(store, positiveFirst(operands)),
})
