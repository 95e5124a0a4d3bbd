import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ['X^(-2*k)', 'inv(X)^(2*k)'],
    ['inv(X)^(-k)', 'inv(inv(X))^k'],
  ],
  leaves: ['X^k', 'X^-2', 'x^(-k)', 'X^(1 - k)'],
  variables: { x: 'scalar', X: 'matrix(n)', k: 'integer' },
})
