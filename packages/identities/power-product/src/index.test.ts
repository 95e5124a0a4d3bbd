import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

// Neighbours only: (X*Y)^2 is X*Y*X*Y and no product of squares.
testIdentity(identity, {
  rewrites: [
    ['X*X*d(t)', 'X^2*d(t)'],
    ['inv(X)^2*X', 'inv(X)'],
    ['inv(X)^3*X', 'inv(X)^2'],
    ['X*inv(X)*A', 'eye(n)*A'],
    ['X*X', 'X^2'],
    ['X^2*X', 'X^3'],
    ['X*X^2', 'X^3'],
    ['X^3*inv(X)', 'X^2'],
    ['inv(X)*inv(X)', 'inv(X)^2'],
    ['A*X*X*B', 'A*X^2*B'],
    ['2*X*X', '2*X^2'],
    ["X'*X'", "(X')^2"],
    ['inv(X)*X^2*A', 'X*A'],
  ],
  leaves: ['X^k*X', 'X*A*X', 'A*X*A', "X*X'", 'A*X - X*A', 'X*A*inv(X)', 'X^2*A*X', 'X*Y*X*Y', 'Z*W'],
  assumes: { 'X*X': [], 'X^3*inv(X)': ['invertible X'], 'inv(X)*X^3': ['invertible X'] },
  variables: {
    k: 'integer',
    A: 'matrix(n)',
    B: 'matrix(n)',
    X: 'matrix(n)',
    Y: 'matrix(n)',
    Z: 'matrix(m,n)',
    W: 'matrix(n,m)',
  },
})
