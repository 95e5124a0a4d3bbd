import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

testIdentity(identity, {
  rewrites: [
    ['d(X*Y*Z)', 'd(X)*Y*Z + X*d(Y)*Z + X*Y*d(Z)'],
    ['d(X*A*Y*X)', 'd(X)*A*Y*X + X*A*d(Y)*X + X*A*Y*d(X)'],
    ['d(X*X*X)', 'd(X)*X*X + X*d(X)*X + X*X*d(X)'],
    ['d(X*Y*Z*X)', 'd(X)*Y*Z*X + X*d(Y)*Z*X + X*Y*d(Z)*X + X*Y*Z*d(X)'],
    ['d(3*X*Y*Z)', '3*d(X)*Y*Z + 3*X*d(Y)*Z + 3*X*Y*d(Z)'],
  ],
  leaves: ['d(X*Y)', 'd(A*X)', 'd(X*A*Y)', 'X*Y*Z'],
  variables: { A: 'constant matrix(n)', X: 'matrix(n)', Y: 'matrix(n)', Z: 'matrix(n)' },
})
