import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Naming changes nothing but the writing.
 */
export default defineIdentity(manifest, {
  phase: 'definition',
  on: 'name',
  statement: 'X = X',
  where: { X: 'matrix(m,n)' },
  title: 'a name for its definition, or the other way round',
  source: 'by definition',
  apply: () => undefined,
})
