import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [['y .* sigmoid(-x) .* (vector(1) - sigmoid(-x))', 'sigmoid(x) .* (vector(1) - sigmoid(x)) .* y']],
  leaves: ['sigmoid(-x) .* (vector(1) - sigmoid(x))', 'sigmoid(-a)', 'sigmoid(-a)*(1 + sigmoid(-a))'],
  variables: { x: 'vector(n)', y: 'vector(n)', a: 'scalar' },
})
