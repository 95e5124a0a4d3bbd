import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

// Only neighbours cancel: X*Y*inv(X) is similar to Y, not equal to it.
testIdentity(identity, {
  rewrites: [
    ['X*inv(X)', 'eye(n)'],
    ['inv(X)*X*A', 'eye(n)*A'],
    ['A*X*inv(X)*B', 'A*eye(n)*B'],
    ['2*inv(X)*X', '2*eye(n)'],
    ['(A + B)*inv(A + B)', 'eye(n)'],
    ['X*Y*inv(Y)', 'X*eye(n)'],
  ],
  leaves: ['X*Y*inv(X)', 'inv(X)*Y*X', 'X*A*inv(X)*B', "X'*inv(X)", "X*inv(X')", 'X*inv(Y)', 'A*X', 'inv(X)*A*X*B'],
  variables: { A: 'matrix(n)', B: 'matrix(n)', X: 'matrix(n)', Y: 'matrix(n)' },
})
