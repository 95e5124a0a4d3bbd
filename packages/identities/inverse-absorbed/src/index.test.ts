import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

// What is not square has no inverse of its own.
testIdentity(identity, {
  rewrites: [
    ['A*inv(X*Y*A)*B', 'inv(X*Y)*B'],
    ['inv(A*X*Y)*A*B', 'inv(X*Y)*B'],
    ["A'*inv(2*A*X)'*B", "inv(2*X)'*B"],
    ["B*inv(X*A)'*A'", "B*inv(X)'"],
    ["inv(X'*A)*X'", 'inv(A)'],
  ],
  leaves: [
    'A*inv(A*X)',
    'inv(X*A)*A',
    "A'*inv(X*A)",
    'B*inv(X*A)',
    'A*inv(A)',
    "V'*inv(V*V')",
    'inv(V*W)*V',
    'A*inv(2*A)',
    'A*inv(X + A)',
  ],
  variables: { A: 'matrix(n)', B: 'matrix(n)', X: 'matrix(n)', Y: 'matrix(n)', V: 'matrix(n,m)', W: 'matrix(m,n)' },
})
