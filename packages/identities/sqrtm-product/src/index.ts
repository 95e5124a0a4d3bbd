import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * That is what a square root is.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: ['times', 'power'],
  statement: ['sqrtm(S)*sqrtm(S) -> S', 'sqrtm(S)^2 -> S'],
  where: { S: 'matrix(n)' },
  title: 'sqrtm(S)² = S',
  source: 'Higham, Functions of Matrices, section 1.7',
})
