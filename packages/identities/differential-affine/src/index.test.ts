import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

// A constant comes out on its own side and slips past nothing.
testIdentity(identity, {
  rewrites: [
    ['d(a*X + C)', 'a*d(X)'],
    ['d(A*X*B + C)', 'A*d(X)*B'],
    ['d(A*X)', 'A*d(X)'],
    ['d(X*A)', 'd(X)*A'],
    ['d(X + C)', 'd(X)'],
    ['d(A*X*Y + C)', 'd(A*X*Y)'],
    ['d(a*A*X)', 'a*A*d(X)'],
    ['d(A*inv(X)*B)', 'A*d(inv(X))*B'],
    ['d(C - A*X)', '-A*d(X)'],
  ],
  leaves: ['d(X)', 'd(a*X)', 'd(X*Y)', 'd(X + Y)', 'd(A*X*Y)', 'd(A .* X)', 'A*X*B + C'],
  variables: {
    A: 'constant matrix(n)',
    B: 'constant matrix(n)',
    C: 'constant matrix(n)',
    a: 'constant scalar',
    X: 'matrix(n)',
    Y: 'matrix(n)',
  },
})
