import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * Next to sigmoid(-x) itself the slope of sigmoid stays what it is: see sigmoid-even.
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: ['times', 'hadamard'],
  statement: ['(1 - sigmoid(-a))*X -> sigmoid(a)*X', '(matrix(1) - sigmoid(-Y)) .* X -> sigmoid(Y) .* X'],
  where: { a: 'scalar', X: 'matrix(m,n)', Y: 'matrix(m,n)' },
  title: '1 - sigmoid(-x) = sigmoid(x)',
  source: 'by definition',
})
