import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Nothing of a column lies above the diagonal, and nothing of a row below it.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: ['tril', 'triu'],
  statement: ['tril(x) -> x', 'triu(r) -> r'],
  where: { x: 'vector(n)', r: 'rowvector(n)' },
  title: 'a column is a lower triangle, a row an upper one',
  source: 'by definition',
})
