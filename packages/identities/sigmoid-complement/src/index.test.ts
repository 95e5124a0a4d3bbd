import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ['(1 - sigmoid(-a))*X', 'sigmoid(a)*X'],
    ['Y .* (matrix(1) - sigmoid(-(Y + X)))', 'sigmoid(Y + X) .* Y'],
  ],
  leaves: ['1 - sigmoid(-a)', '(1 - sigmoid(a))*X', '(2 - sigmoid(-a))*X'],
  variables: { a: 'scalar', X: 'matrix(n)', Y: 'matrix(n)' },
})
