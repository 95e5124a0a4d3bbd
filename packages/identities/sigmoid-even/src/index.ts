import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * 1 - sigmoid(-x) = sigmoid(x), so both sides are sigmoid(x)*sigmoid(-x).
 */
export default defineIdentity(manifest, {
  phase: 'simplify',
  on: ['hadamard', 'times'],
  statement: [
    'sigmoid(-X) .* (matrix(1) - sigmoid(-X)) -> sigmoid(X) .* (matrix(1) - sigmoid(X))',
    'sigmoid(-a)*(1 - sigmoid(-a)) -> sigmoid(a)*(1 - sigmoid(a))',
  ],
  where: { X: 'matrix(m,n)', a: 'scalar' },
  title: 'the slope of sigmoid is even',
  source: 'by definition',
})
