import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

// Every factor keeps its place.
testIdentity(identity, {
  rewrites: [
    ['d(X*Y)', 'd(X)*Y + X*d(Y)'],
    ['d(A*X*B*Y*C)', 'A*d(X)*B*Y*C + A*X*B*d(Y)*C'],
    ['d(X*X)', 'd(X)*X + X*d(X)'],
    ["d(X'*A*X)", "d(X')*A*X + X'*A*d(X)"],
    ['d(2*X*Y)', '2*d(X)*Y + 2*X*d(Y)'],
    ['d(det(X)*Y)', 'd(det(X))*Y + det(X)*d(Y)'],
  ],
  leaves: ['d(A*X)', 'd(A*B)', 'd(X*Y*X)', 'd(X + Y)', 'd(X .* Y)', 'X*Y'],
  variables: {
    A: 'constant matrix(n)',
    B: 'constant matrix(n)',
    C: 'constant matrix(n)',
    X: 'matrix(n)',
    Y: 'matrix(n)',
  },
})
