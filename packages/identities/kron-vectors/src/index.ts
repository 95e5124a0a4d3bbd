import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Every entry of x times the whole row.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'kron',
  statement: ["kron(x, y') -> x*y'", "kron(y', x) -> x*y'"],
  where: { x: 'vector(m)', y: 'vector(n)' },
  title: "x⊗y' = xy'",
  source: 'Magnus and Neudecker, Matrix Differential Calculus, section 2.2',
})
