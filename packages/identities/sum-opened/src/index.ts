import { defineIdentity, opened, sum } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * No brackets after a minus.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'plus',
  statement: 'X - (Y + Z) -> X - Y - Z',
  where: { X: 'matrix(m,n)', Y: 'matrix(m,n)', Z: 'matrix(m,n)' },
  title: 'a subtracted sum, term by term',
  source: 'by definition',
  apply: ({ operands }, { store }) => {
    const terms = opened(store, operands)
    return terms && sum(store, terms)
  },
})
