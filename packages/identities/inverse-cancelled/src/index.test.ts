import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ['A*(X + inv(A)*Y)', 'A*X + Y'],
    ['(X - Y*inv(A))*A', 'X*A - Y'],
    ['inv(A)*(eye - A*inv(Y))', 'inv(A)*eye - inv(Y)'],
    ['c*Y*(X + A)*inv(A)', 'c*Y*(X*inv(A) + A*inv(A))'],
  ],
  leaves: ['A*(X + Y*inv(A))', 'A*(X + Y)', 'inv(A)*X*A', 'X*(A + Y)'],
  variables: { A: 'matrix(n)', X: 'matrix(n)', Y: 'matrix(n)', c: 'scalar' },
})
