import { defineIdentity, mergeLikeTerms, termsOf } from '@matrix-derive/plugin'
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
  apply: (total, { store }) => mergeLikeTerms(store, termsOf(total)),
})
