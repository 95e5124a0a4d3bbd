import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * A logarithm of S is what has S as its exponential.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'expm',
  statement: 'expm(logm(S)) -> S',
  where: { S: 'matrix(n)' },
  title: 'expm(logm(S)) = S',
  source: 'Higham, Functions of Matrices, section 11.1',
})
