import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ['(1 - sigmoid(-a))*X', 'sigmoid(a)*X'],
    ["(1 - sigmoid(-x'*y))*y", "sigmoid(x'*y)*y"],
    ['Y .* (matrix(1) - sigmoid(-(Y + X)))', 'Y .* sigmoid(Y + X)'],
  ],
  leaves: ['1 - sigmoid(-a)', '(1 - sigmoid(a))*X', '(2 - sigmoid(-a))*X', 'sigmoid(-a)*(1 - sigmoid(-a))*X'],
  variables: { a: 'scalar', X: 'matrix(n)', Y: 'matrix(n)', x: 'vector(n)', y: 'vector(n)' },
})
