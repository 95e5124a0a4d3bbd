import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * By definition.
 */
export default defineIdentity(manifest, {
  phase: 'prepare',
  on: 'dot',
  statement: "dot(x,y) = x'*y",
  where: { x: 'vector(n)', y: 'vector(n)' },
  title: "dot(x,y) = x'y",
  source: 'Magnus and Neudecker, Matrix Differential Calculus, section 1.6',
})
