import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Both sides are 0 where x is.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: ['times', 'hadamard'],
  statement: ['abs(a)*sign(a) -> a', 'abs(X) .* sign(X) -> X', 'a*sign(a) -> abs(a)', 'X .* sign(X) -> abs(X)'],
  where: { a: 'scalar', X: 'matrix(m,n)' },
  title: '|x| sign(x) = x',
  source: 'by definition',
})
