import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * By definition, entry by entry.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: ['hadamard', 'times'],
  statement: [
    'sinh(X) ./ cosh(X) -> tanh(X)',
    'sin(X) ./ cos(X) -> tan(X)',
    'sinh(x)/cosh(x) -> tanh(x)',
    'sin(x)/cos(x) -> tan(x)',
  ],
  where: { X: 'matrix(m,n)', x: 'scalar' },
  title: 'sinh/cosh = tanh, sin/cos = tan',
  source: 'Abramowitz and Stegun, eq. 4.5.3 and 4.3.3',
})
