import { defineIdentity } from '@matrix-derive/plugin'
import manifest from '../package.json' with { type: 'json' }

/**
 * One exponential instead of two, and nothing that overflows.
 */
export default defineIdentity(manifest, {
  phase: ['prepare', 'simplify'],
  on: ['hadamard', 'times', 'hadamard-power', 'power'],
  statement: [
    'exp(X) ./ (matrix(1) + exp(X)) -> sigmoid(X)',
    'exp(a)/(1 + exp(a)) -> sigmoid(a)',
    'exp(X) .* sigmoid(-X) -> sigmoid(X)',
    'exp(a)*sigmoid(-a) -> sigmoid(a)',
    '1 ./ (matrix(1) + exp(X)) -> sigmoid(-X)',
    '1/(1 + exp(a)) -> sigmoid(-a)',
  ],
  where: { X: 'matrix(m,n)', a: 'scalar' },
  title: 'exp(x)/(1 + exp(x)) = 1/(1 + exp(-x)) = sigmoid(x)',
  source: 'Murphy, Machine Learning: A Probabilistic Perspective (2012), eq. 1.10',
})
