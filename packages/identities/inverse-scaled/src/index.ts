import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/** inv(aX) is inv(X)/a, and that a is not 0 is in inv(aX) already. */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: 'times',
  statement: 'a*inv(a*X) -> inv(X)',
  where: { a: 'scalar', X: 'matrix(n) invertible' },
  title: 'a scalar inside of an inverse divides',
  source: 'by definition',
})
