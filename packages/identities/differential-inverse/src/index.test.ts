import { testIdentity } from '@matrix-derive/testing'
import identity from './index.ts'

// dX stands between the inverses, on both sides of it.
testIdentity(identity, {
  rewrites: [
    ['d(inv(X))', '-inv(X)*d(X)*inv(X)'],
    ['d(inv(A*X*B))', '-inv(A*X*B)*d(A*X*B)*inv(A*X*B)'],
  ],
  leaves: ['d(inv(A))', 'd(x^-1)', 'inv(X)', "d(X')"],
  variables: { A: 'constant matrix(n)', B: 'constant matrix(n)', X: 'matrix(n)', x: 'scalar' },
})
